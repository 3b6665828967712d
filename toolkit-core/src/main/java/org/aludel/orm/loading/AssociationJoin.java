package org.aludel.orm.loading;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.aludel.orm.mapping.Association;
import org.aludel.orm.mapping.Relationship;
import org.aludel.schema.Column;
import org.aludel.schema.QualifiedName;
import org.aludel.sql.ColumnReference;
import org.aludel.sql.FromItem;
import org.aludel.sql.Join;
import org.aludel.sql.JoinedSource;
import org.aludel.sql.NamedTable;
import org.aludel.sql.Predicate;
import org.aludel.sql.Projection;
import org.aludel.sql.Select;
import org.aludel.sql.Sql;
import org.aludel.sql.TableName;
import org.jspecify.annotations.Nullable;

/** The table between the sides of a many-to-many relationship, in one statement. */
public final class AssociationJoin {
  private final Association association;
  private final NamedTable between;

  private AssociationJoin(Association association, @Nullable String alias) {
    this.association = association;
    QualifiedName name = association.table().name();
    this.between =
        new NamedTable(new TableName(name.schema(), name.name()), alias, List.of(), List.of());
  }

  /** The table of a relationship that has one. */
  public static AssociationJoin of(Relationship relationship) {
    return new AssociationJoin(Objects.requireNonNull(relationship.association()), null);
  }

  /** The same under a name of its own. */
  public AssociationJoin as(String alias) {
    return new AssociationJoin(association, alias);
  }

  /** The table's own name. */
  public String name() {
    return between.tableName().name();
  }

  FromItem between() {
    return between;
  }

  /** Its columns with the key of the owner. */
  List<ColumnReference<?>> nearColumns() {
    return columns(association.near());
  }

  /** Where in the list of the owning side an element stands; null where no column says. */
  @Nullable ColumnReference<?> position(Relationship relationship) {
    Column position = relationship.position();
    return position == null
        ? null
        : new ColumnReference<>(between, position.name(), position.type());
  }

  /** The rows that name one of these owners, or that owner. */
  public Predicate near(List<? extends ColumnReference<?>> owner) {
    return equal(columns(association.near()), owner);
  }

  /** The rows that name this element. */
  Predicate far(List<? extends ColumnReference<?>> element) {
    return equal(columns(association.far()), element);
  }

  /**
   * The table and the elements that its rows name, to be joined as one by {@link #near}: an owner
   * without elements then keeps its row in a left join, and the server may begin at either end.
   */
  public JoinedSource with(FromItem source, List<? extends ColumnReference<?>> element) {
    return Sql.joined(between).join(source, far(element));
  }

  /** Whether owner and element belong together, where the table cannot be joined. */
  public Predicate joined(
      List<? extends ColumnReference<?>> owner, List<? extends ColumnReference<?>> element) {
    return Sql.exists(Sql.select(Sql.literal(1)).from(between).where(near(owner), far(element)));
  }

  /**
   * Whether an owner has an element.
   *
   * @param source of the elements
   * @param conditions over them
   */
  public Predicate any(
      List<? extends ColumnReference<?>> owner,
      FromItem source,
      List<? extends ColumnReference<?>> element,
      List<Predicate> conditions) {
    List<Predicate> where = new ArrayList<>(List.of(near(owner)));
    where.addAll(conditions);
    Join join = new Join(Join.Kind.INNER, source, new Join.Match(far(element), null), between);
    return Sql.exists(
        new Select<>(
            new Projection<>(List.of(Sql.literal(1)), values -> values),
            new Select.From(List.of(between), List.of(join)),
            new Select.Criteria(where, List.of(), List.of(), List.of()),
            new Select.Paging(List.of(), null, null, false),
            Select.Modifiers.NONE));
  }

  private List<ColumnReference<?>> columns(List<Column> columns) {
    List<ColumnReference<?>> all = new ArrayList<>();
    columns.forEach(
        column -> all.add(new ColumnReference<>(between, column.name(), column.type())));
    return all;
  }

  private static Predicate equal(
      List<? extends ColumnReference<?>> left, List<? extends ColumnReference<?>> right) {
    List<Predicate> parts = new ArrayList<>();
    for (int index = 0; index < left.size(); index++) {
      parts.add(
          new Predicate.Comparison(left.get(index), Predicate.Operator.EQUAL, right.get(index)));
    }
    return Sql.and(parts.toArray(Predicate[]::new));
  }
}
