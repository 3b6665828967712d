package org.aludel.schema;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A table with all that belongs to it. Lists keep the order of declaration.
 *
 * @param constraints of every kind; at most one primary key
 * @param indexes those that no constraint owns
 */
public record Table(
    QualifiedName name,
    List<Column> columns,
    List<Constraint> constraints,
    List<Index> indexes,
    @Nullable String comment) {
  public Table {
    columns = List.copyOf(columns);
    constraints = List.copyOf(constraints);
    indexes = List.copyOf(indexes);
  }

  /** The column of that exact name. */
  public Optional<Column> column(String columnName) {
    return columns.stream().filter(column -> column.name().equals(columnName)).findFirst();
  }

  public Optional<PrimaryKey> primaryKey() {
    return constraints(PrimaryKey.class).findFirst();
  }

  public List<ForeignKey> foreignKeys() {
    return constraints(ForeignKey.class).toList();
  }

  public List<UniqueConstraint> uniqueConstraints() {
    return constraints(UniqueConstraint.class).toList();
  }

  public List<CheckConstraint> checkConstraints() {
    return constraints(CheckConstraint.class).toList();
  }

  /** The constraints of one kind, in declaration order. */
  public <C extends Constraint> Stream<C> constraints(Class<C> kind) {
    return constraints.stream().filter(kind::isInstance).map(kind::cast);
  }

  public Table withName(QualifiedName value) {
    return new Table(value, columns, constraints, indexes, comment);
  }

  public Table withColumns(List<Column> value) {
    return new Table(name, value, constraints, indexes, comment);
  }

  public Table withConstraints(List<Constraint> value) {
    return new Table(name, columns, value, indexes, comment);
  }

  public Table withIndexes(List<Index> value) {
    return new Table(name, columns, constraints, value, comment);
  }

  public Table withComment(@Nullable String value) {
    return new Table(name, columns, constraints, indexes, value);
  }
}
