package org.aludel.migrations.plan;

import java.util.stream.Stream;
import org.aludel.migrations.operation.TableOperation;
import org.aludel.schema.ObjectReference;
import org.aludel.schema.QualifiedName;

/** The footprint of each operation on a table. */
record TableFootprints(TableFootprint tables) implements TableOperation.Visitor<Footprint> {
  @Override
  public Footprint visitCreate(TableOperation.Create operation) {
    return tables.table(operation.table(), operation.owned());
  }

  @Override
  public Footprint visitDrop(TableOperation.Drop operation) {
    return tables.table(operation.table(), operation.owned()).inverse();
  }

  @Override
  public Footprint visitAttach(TableOperation.Attach operation) {
    return placed(operation.whole(), operation.table());
  }

  @Override
  public Footprint visitDetach(TableOperation.Detach operation) {
    return placed(operation.whole(), operation.table()).inverse();
  }

  /** A bound is free for another partition when its table is detached. */
  private static Footprint placed(QualifiedName whole, QualifiedName table) {
    return new Footprint()
        .touches(Resource.of(Resource.Kind.TABLE, whole))
        .touches(Resource.of(Resource.Kind.TABLE, table))
        .takes(Resource.of(Resource.Kind.OWNERSHIP, whole, "bounds"));
  }

  @Override
  public Footprint visitInherit(TableOperation.Inherit operation) {
    return new Footprint()
        .uses(Resource.of(Resource.Kind.TABLE, operation.table()))
        .uses(Resource.of(Resource.Kind.TABLE, operation.parent()));
  }

  @Override
  public Footprint visitDisinherit(TableOperation.Disinherit operation) {
    return visitInherit(operation.inverse()).inverse();
  }

  /** An index that the options name is there before, and is not dropped while they do. */
  @Override
  public Footprint visitAlterOptions(TableOperation.AlterOptions operation) {
    QualifiedName table = operation.table();
    Footprint footprint =
        new Footprint()
            .touches(Resource.of(Resource.Kind.TABLE, table))
            .alters(Resource.of(Resource.Kind.OPTIONS, table));
    if (ToastOptions.go(operation.from(), operation.to())) {
      footprint.frees(ToastOptions.gone(table));
    } else if (ToastOptions.go(operation.to(), operation.from())) {
      footprint.takes(ToastOptions.coming(table));
    }
    IndexOptions.named(operation.from()).stream()
        .flatMap(each -> resources(table, each))
        .forEach(footprint::releases);
    IndexOptions.named(operation.to()).stream()
        .flatMap(each -> resources(table, each))
        .forEach(footprint::uses);
    return footprint;
  }

  private static Stream<Resource> resources(QualifiedName table, String index) {
    return Stream.of(
        Resource.of(ObjectReference.index(table, index)),
        Resource.of(ObjectReference.constraint(table, index)));
  }

  /** The old name is only freed: what speaks of it afterwards means another table. */
  @Override
  public Footprint visitRename(TableOperation.Rename operation) {
    Footprint footprint =
        new Footprint()
            .creates(Resource.of(Resource.Kind.TABLE, operation.to()))
            .takes(Resource.of(Resource.Kind.RELATION_NAME, operation.to()))
            .takes(Resource.of(Resource.Kind.TYPE_NAME, operation.to()))
            .frees(Resource.of(Resource.Kind.RELATION_NAME, operation.from()))
            .frees(Resource.of(Resource.Kind.TYPE_NAME, operation.from()));
    TableFootprint.uses(footprint, operation.to());
    Footprint left = new Footprint();
    TableFootprint.uses(left, operation.from());
    left.uses().forEach(footprint::releases);
    return footprint;
  }
}
