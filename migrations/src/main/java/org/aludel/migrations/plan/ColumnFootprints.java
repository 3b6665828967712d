package org.aludel.migrations.plan;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.aludel.migrations.operation.ColumnOperation;
import org.aludel.migrations.operation.ColumnType;
import org.aludel.migrations.operation.TypeFamily;
import org.aludel.schema.Column;
import org.aludel.schema.QualifiedName;
import org.jspecify.annotations.Nullable;

/** The footprint of each operation on a column. */
record ColumnFootprints(KnownNames known, TableFootprint tables)
    implements ColumnOperation.Visitor<Footprint> {
  @Override
  public Footprint visitAdd(ColumnOperation.Add operation) {
    return beside(
        operation.table(), tables.column(operation.table(), operation.column(), operation.owned()));
  }

  /** Parameters for long values go before and come after. */
  private static Footprint beside(QualifiedName table, Footprint footprint) {
    return footprint.takes(ToastOptions.gone(table)).frees(ToastOptions.coming(table));
  }

  @Override
  public Footprint visitDrop(ColumnOperation.Drop operation) {
    return beside(
        operation.table(),
        tables.column(operation.table(), operation.column(), operation.owned()).inverse());
  }

  @Override
  public Footprint visitRename(ColumnOperation.Rename operation) {
    QualifiedName table = operation.table();
    return new Footprint()
        .touches(Resource.of(Resource.Kind.TABLE, table))
        .creates(Resource.of(Resource.Kind.COLUMN, table, operation.to()))
        .takes(Resource.of(Resource.Kind.COLUMN_NAME, table, operation.to()))
        .frees(Resource.of(Resource.Kind.COLUMN_NAME, table, operation.from()));
  }

  @Override
  public Footprint visitAlterType(ColumnOperation.AlterType operation) {
    Footprint footprint = altered(operation.table(), operation.column());
    Set<Resource> needed = type(operation, operation.to()).uses();
    needed.forEach(footprint::uses);
    type(operation, operation.from()).uses().stream()
        .filter(each -> !needed.contains(each))
        .forEach(footprint::releases);
    if (mayBeOfAnExtension(operation.to())) {
      footprint.uses(Resource.EXTENSIONS);
    }
    if (mayBeOfAnExtension(operation.from())) {
      footprint.releases(Resource.EXTENSIONS);
    }
    return beside(operation.table(), footprint);
  }

  private static boolean mayBeOfAnExtension(ColumnType type) {
    String name = type.type().name();
    return type.serverDefault() != null
        || TypeFamily.of(name) == TypeFamily.OTHER
        || name.equals("citext");
  }

  @Override
  public Footprint visitAlterNullability(ColumnOperation.AlterNullability operation) {
    return altered(operation.table(), operation.column());
  }

  @Override
  public Footprint visitAlterDefault(ColumnOperation.AlterDefault operation) {
    Footprint footprint = altered(operation.table(), operation.column());
    mentioned(operation.from()).forEach(footprint::releases);
    mentioned(operation.to()).forEach(footprint::uses);
    return footprint;
  }

  @Override
  public Footprint visitAddIdentity(ColumnOperation.AddIdentity operation) {
    return altered(operation.table(), operation.column())
        .takes(TableFootprint.identityName(operation.table(), operation.column()));
  }

  @Override
  public Footprint visitDropIdentity(ColumnOperation.DropIdentity operation) {
    return altered(operation.table(), operation.column())
        .frees(TableFootprint.identityName(operation.table(), operation.column()));
  }

  @Override
  public Footprint visitAlterIdentity(ColumnOperation.AlterIdentity operation) {
    return altered(operation.table(), operation.column());
  }

  @Override
  public Footprint visitAlterOptions(ColumnOperation.AlterOptions operation) {
    return altered(operation.table(), operation.column());
  }

  @Override
  public Footprint visitChangeComputed(ColumnOperation.ChangeComputed operation) {
    Footprint footprint = altered(operation.table(), operation.from().name());
    needs(operation.table(), operation.from()).uses().forEach(footprint::releases);
    needs(operation.table(), operation.to()).uses().forEach(footprint::uses);
    return footprint;
  }

  private Footprint needs(QualifiedName table, Column column) {
    Footprint footprint = new Footprint();
    tables.needs(footprint, table, column);
    return footprint;
  }

  private Footprint type(ColumnOperation.AlterType operation, ColumnType type) {
    Column column =
        Column.of(operation.column(), type.type()).withServerDefault(type.serverDefault());
    return needs(operation.table(), column);
  }

  private List<Resource> mentioned(@Nullable String sql) {
    return Stream.concat(
            known.typesIn(sql).stream().map(TableFootprint::type),
            known.sequencesIn(sql).stream().map(each -> Resource.of(Resource.Kind.SEQUENCE, each)))
        .toList();
  }

  private static Footprint altered(QualifiedName table, String column) {
    return new Footprint()
        .touches(Resource.of(Resource.Kind.TABLE, table))
        .alters(Resource.of(Resource.Kind.COLUMN, table, column));
  }
}
