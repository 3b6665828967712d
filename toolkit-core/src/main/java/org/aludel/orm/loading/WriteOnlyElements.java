package org.aludel.orm.loading;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.aludel.error.Problem;
import org.aludel.error.SessionCode;
import org.aludel.error.UsageException;
import org.aludel.orm.collection.UnflushedElements;
import org.aludel.orm.collection.WriteOnlyCollection;
import org.aludel.orm.mapping.Association;
import org.aludel.orm.mapping.Relationship;
import org.aludel.orm.state.EntityModel;
import org.aludel.orm.state.InstanceState;
import org.aludel.orm.state.LazyCollection;
import org.aludel.orm.state.Lifecycle;
import org.aludel.schema.QualifiedName;
import org.aludel.sql.Bind;
import org.aludel.sql.FromItem;
import org.aludel.sql.NamedTable;
import org.aludel.sql.Predicate;
import org.aludel.sql.Select;
import org.aludel.sql.Sql;
import org.aludel.sql.TableName;
import org.aludel.sql.TableSource;
import org.aludel.type.SqlType;
import org.aludel.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/**
 * Stands in the field of an attribute that is never loaded. It counts as loaded while a flush would
 * write something of it, and its elements are then those that came.
 */
final class WriteOnlyElements<E> extends UnflushedElements<E> implements LazyCollection {
  private final CollectionSlot slot;
  private final Relationship relationship;
  private List<E> born = List.of();

  WriteOnlyElements(CollectionSlot slot, Relationship relationship) {
    this.slot = slot;
    this.relationship = relationship;
  }

  @Override
  public boolean isLoaded() {
    return isChanged();
  }

  /**
   * Nothing waits any more. What the database holds is not kept, apart from that of a new owner as
   * long as a rollback can undo its row.
   */
  @Override
  @SuppressWarnings("unchecked") // the elements of the collection whose place this takes
  public void fill(Collection<?> elements) {
    clear();
    born = (List<E>) List.copyOf(elements);
  }

  @Override
  @SuppressWarnings("unchecked") // it has the elements that this one was filled with
  public void adopt(@Nullable Object before) {
    if (before instanceof UnflushedElements<?> given) {
      share((UnflushedElements<E>) given);
      clear();
    }
  }

  @Override
  public Object unstored() {
    WriteOnlyCollection<E> before = WriteOnlyCollection.create();
    before.addAll(born);
    return before;
  }

  @Override
  public void stored() {
    born = List.of();
  }

  @Override
  public void unload() {
    clear();
  }

  @Override
  public Collection<?> elements() {
    return added();
  }

  @Override
  public InstanceState<?> owner() {
    return slot.owner();
  }

  @Override
  public <T extends E> Select<T> select(TableSource<T> table) {
    InstanceState<?> owner = slot.owner();
    if (owner.key() == null || owner.lifecycle() == Lifecycle.TRANSIENT) {
      throw new UsageException(
          Problem.of(SessionCode.NOT_PERSISTENT, "cannot select \"" + slot + "\"")
              .found("an object without a row")
              .fix("flush the session first"));
    }
    Association association = relationship.association();
    return Sql.select(table).where(association == null ? owned(table) : paired(table, association));
  }

  /** The rows that refer to the owner. */
  private Predicate owned(TableSource<?> table) {
    Relationship owning = Objects.requireNonNull(relationship.inverse(), "a mirror has one");
    List<Predicate> parts = new ArrayList<>();
    for (int index = 0; index < owning.localColumns().size(); index++) {
      String column = owning.localColumns().get(index).name();
      parts.add(equal(table, column, EntityModel.idIndex(owning, index)));
    }
    return Sql.and(parts.toArray(Predicate[]::new));
  }

  private Predicate paired(TableSource<?> table, Association association) {
    QualifiedName name = association.table().name();
    NamedTable between =
        new NamedTable(new TableName(name.schema(), name.name()), null, List.of(), List.of());
    List<Predicate> parts = new ArrayList<>();
    for (int index = 0; index < association.near().size(); index++) {
      parts.add(equal(between, association.near().get(index).name(), index));
    }
    for (int index = 0; index < association.far().size(); index++) {
      // The type plays no part in a comparison of two columns.
      parts.add(
          new Predicate.Comparison(
              between.c(association.far().get(index).name(), SqlTypes.TEXT),
              Predicate.Operator.EQUAL,
              table.c(relationship.remoteColumns().get(index).name(), SqlTypes.TEXT)));
    }
    return Sql.exists(
        Sql.select(Sql.literal(1)).from(between).where(parts.toArray(Predicate[]::new)));
  }

  /** Rows whose column holds one part of the owner's key. */
  private Predicate equal(FromItem table, String column, int part) {
    EntityModel<?> model = slot.owner().model();
    Object value = model.keyPart(slot.owner().requireKey(), part);
    return equal(table, column, model.type(model.ids().get(part)), value);
  }

  private static <V> Predicate equal(FromItem table, String column, SqlType<V> type, Object value) {
    return new Predicate.Comparison(
        table.c(column, type),
        Predicate.Operator.EQUAL,
        new Bind<>(type, type.javaType().cast(value)));
  }

  @Override
  public String toString() {
    return "[" + slot + " is never loaded]";
  }
}
