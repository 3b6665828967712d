package org.aludel.migrations.compare;

import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.aludel.compile.IdentifierQuoter;
import org.aludel.migrations.operation.Operation;
import org.aludel.schema.Grant;
import org.aludel.schema.MetaData;
import org.aludel.schema.QualifiedName;
import org.aludel.schema.Table;
import org.aludel.schema.View;

/** Which objects of a database our revisions made; only those may be dropped. */
public interface Ownership {
  /** Whether our revisions made the object. */
  boolean made(ObjectName object);

  /** Whether our revisions gave or revoked all of that. */
  default boolean gave(Grant grant) {
    return true;
  }

  /** Everything counts as made by us. */
  static Ownership everything() {
    return object -> true;
  }

  /**
   * What the revisions up to the database's heads leave in an empty database.
   *
   * @param history read back from a scratch database in which they ran; asked when it first matters
   */
  static Ownership of(Supplier<MetaData> history) {
    return new Made(history);
  }

  /**
   * The same once the renames among the operations are done: the revisions made what is renamed
   * under its old name.
   */
  default Ownership after(List<Operation> operations, IdentifierQuoter quoter) {
    return this;
  }

  /** The objects that a schema holds. */
  record Made(Supplier<MetaData> history) implements Ownership {
    @Override
    public boolean made(ObjectName object) {
      return contains(history.get(), object);
    }

    @Override
    public boolean gave(Grant grant) {
      return history.get().grants().stream()
          .anyMatch(
              each ->
                  each.on().equals(grant.on())
                      && each.grantee().equals(grant.grantee())
                      && each.action() == grant.action()
                      && each.privileges().containsAll(grant.privileges()));
    }

    @Override
    public Ownership after(List<Operation> operations, IdentifierQuoter quoter) {
      return new Made(() -> RenameEffect.after(operations, history.get(), quoter));
    }
  }

  private static boolean contains(MetaData history, ObjectName object) {
    QualifiedName name = object.object();
    return switch (object.kind()) {
      case SCHEMA ->
          history.namespaces().stream().anyMatch(each -> each.name().equals(name.name()));
      case EXTENSION ->
          history.extensions().stream().anyMatch(each -> each.name().equals(name.name()));
      case ENUM -> history.enums().stream().anyMatch(each -> each.name().equals(name));
      case SEQUENCE -> history.sequences().stream().anyMatch(each -> each.name().equals(name));
      case TABLE -> tables(history, name).findAny().isPresent();
      case COLUMN, CONSTRAINT, INDEX ->
          tables(history, name).anyMatch(table -> containsPart(table, object))
              || history.view(name).filter(view -> hasIndex(view, object)).isPresent();
      default -> history.object(object.reference()).isPresent();
    };
  }

  private static Stream<Table> tables(MetaData history, QualifiedName name) {
    return history.tablesAndPartitions().stream().filter(each -> each.name().equals(name));
  }

  private static boolean hasIndex(View view, ObjectName object) {
    return view.indexes().stream().anyMatch(each -> each.name().text().equals(object.part()));
  }

  private static boolean containsPart(Table table, ObjectName object) {
    String part = object.part();
    return table.columns().stream().anyMatch(each -> each.name().equals(part))
        || table.constraints().stream().anyMatch(each -> each.name().text().equals(part))
        || table.indexes().stream().anyMatch(each -> each.name().text().equals(part));
  }
}
