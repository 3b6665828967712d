package org.aludel.orm.hierarchy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.aludel.orm.inheritance.Discriminator;
import org.aludel.orm.inheritance.InheritanceStrategy;
import org.aludel.orm.mapping.Mapper;
import org.aludel.schema.Column;
import org.aludel.schema.PrimaryKey;
import org.aludel.schema.QualifiedName;
import org.aludel.sql.ColumnReference;
import org.aludel.sql.Expression;
import org.aludel.sql.FromItem;
import org.aludel.sql.NamedTable;
import org.aludel.sql.Predicate;
import org.aludel.sql.Projection;
import org.aludel.sql.Query;
import org.aludel.sql.Scalar;
import org.aludel.sql.Select;
import org.aludel.sql.Selectable;
import org.aludel.sql.SetOperation;
import org.aludel.sql.Sql;
import org.aludel.sql.TableName;
import org.aludel.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** Builds the query that gives the rows of one class. */
final class ViewQuery {
  private final Mapper<?> mapper;
  private final ViewNames names;
  private final Map<Mapper<?>, ClassExpressions> expressions;

  /** The classes whose columns are in the rows, from the top. */
  private final Set<Mapper<?>> levels;

  /**
   * The query of a class.
   *
   * @param expressions the attributes that are expressions, by the class that declares them
   */
  ViewQuery(Mapper<?> mapper, ViewNames names, Map<Mapper<?>, ClassExpressions> expressions) {
    this(mapper, names, expressions, all(mapper));
  }

  /**
   * A query of fewer columns.
   *
   * @param levels the classes whose columns are wanted: those above the class, itself, and some
   *     below it together with those in between
   */
  ViewQuery(
      Mapper<?> mapper,
      ViewNames names,
      Map<Mapper<?>, ClassExpressions> expressions,
      Set<Mapper<?>> levels) {
    this.mapper = mapper;
    this.names = names;
    this.expressions = expressions;
    this.levels = levels;
  }

  /** Those above a class, itself and those below it. */
  static Set<Mapper<?>> all(Mapper<?> mapper) {
    Set<Mapper<?>> all = new LinkedHashSet<>(mapper.lineage());
    all.addAll(mapper.selfAndBelow());
    return all;
  }

  /** The query, or null where a table holds these rows and no others, and all of them. */
  @Nullable Query<?> query() {
    InheritanceStrategy strategy = mapper.inheritance();
    if (strategy == null || hasOwnTable(strategy)) {
      return expressions.isEmpty() ? null : plain();
    }
    return switch (strategy) {
      case SINGLE_TABLE -> mapper.superMapper() == null && expressions.isEmpty() ? null : sharing();
      case JOINED -> joined();
      case TABLE_PER_CLASS -> united();
    };
  }

  /** Whether one table holds its rows and no others, whole. */
  private boolean hasOwnTable(InheritanceStrategy strategy) {
    return switch (strategy) {
      case SINGLE_TABLE -> false;
      case JOINED -> mapper.superMapper() == null && !mapper.isPolymorphic();
      case TABLE_PER_CLASS -> !mapper.isPolymorphic();
    };
  }

  /** The rows of a table of its own, and what is computed for each of them. */
  private Query<?> plain() {
    NamedTable table = table(mapper);
    ClassExpressions.Inside inside =
        new ClassExpressions.Inside(any -> table, any -> null, Sql.literal(0));
    Map<String, Selectable<?>> items = new LinkedHashMap<>();
    for (Mapper<?> each : mapper.lineage()) {
      columns(each).forEach(column -> put(items, each, column, inside));
    }
    return select(items).from(table);
  }

  /** The rows of one table that the discriminator says are of the class. */
  private Query<?> sharing() {
    NamedTable table = table(mapper.table().name());
    Discriminator discriminator = Objects.requireNonNull(mapper.discriminator());
    ClassExpressions.Inside inside =
        new ClassExpressions.Inside(
            any -> table,
            each -> mapper.lineage().contains(each) ? null : isOfClass(each, table),
            column(table, discriminator.column().name()));
    Map<String, Selectable<?>> items = new LinkedHashMap<>();
    for (Mapper<?> each : levels) {
      columns(each).forEach(column -> put(items, each, column, inside));
    }
    items.putIfAbsent(discriminator.column().name(), column(table, discriminator.column().name()));
    Select<?> select = select(items).from(table);
    return mapper.superMapper() == null ? select : select.where(isOfClass(mapper, table));
  }

  /** Whether a row of the one table is of a class or of one below it. */
  static Predicate isOfClass(Mapper<?> mapper, FromItem table) {
    Discriminator discriminator = Objects.requireNonNull(mapper.discriminator());
    List<Expression<?>> parts = new ArrayList<>();
    parts.add(table.c(discriminator.column().name(), discriminator.column().type()));
    for (Mapper<?> each : mapper.selfAndBelow()) {
      Object value = each.discriminatorValue();
      if (value != null) {
        parts.add(literal(value));
      }
    }
    return isOneOf(parts);
  }

  /** Whether the first expression equals one of the others; of none it is false. */
  static Predicate isOneOf(List<Expression<?>> parts) {
    String marks = String.join(", ", Collections.nCopies(parts.size() - 1, "?"));
    Expression<?>[] all = parts.toArray(Expression<?>[]::new);
    if (parts.size() == 1) {
      return Sql.never();
    }
    String sql = parts.size() == 2 ? "? = ?" : "? IN (" + marks + ")";
    return Sql.isTrue(Sql.fragment(SqlTypes.BOOLEAN, sql, all));
  }

  static Expression<?> literal(Object value) {
    return value instanceof Integer number ? Sql.literal(number) : Sql.literal((String) value);
  }

  /** The table of the class with those above it; those below it where they have a row. */
  private Query<?> joined() {
    ViewNames.Mark mark = ViewNames.mark(mapper.root());
    ClassExpressions.Inside inside =
        new ClassExpressions.Inside(
            ViewQuery::table,
            each -> mapper.lineage().contains(each) ? null : isPresent(each, table(each)),
            marked(mark));
    Map<String, Selectable<?>> items = new LinkedHashMap<>();
    for (Mapper<?> each : levels) {
      columns(each).forEach(column -> put(items, each, column, inside));
    }
    if (mapper.isPolymorphic()) {
      Expression<?> marked = marked(mark);
      boolean named = marked instanceof ColumnReference<?>;
      items.putIfAbsent(mark.name(), named ? marked : marked.as(mark.name()));
    }
    Select<?> select = select(items).from(table(mapper.root().table().name()));
    Set<Mapper<?>> inner = new LinkedHashSet<>(mapper.lineage());
    for (Mapper<?> each : joinedTables()) {
      Mapper<?> above = each.superMapper();
      if (above != null) {
        NamedTable table = table(each.table().name());
        Predicate on = sameKey(above, each, ViewQuery::table);
        select = inner.contains(each) ? select.join(table, on) : select.leftJoin(table, on);
      }
    }
    return select;
  }

  /** Without a discriminator, which tables have a row tells the class; expressions read any. */
  private Set<Mapper<?>> joinedTables() {
    boolean marked = mapper.root().discriminator() != null || !mapper.isPolymorphic();
    return marked && expressions.isEmpty() ? levels : all(mapper);
  }

  private Expression<?> marked(ViewNames.Mark mark) {
    return mapper.root().discriminator() == null
        ? classNumber(mapper, ViewQuery::table)
        : column(table(mapper.root()), mark.name());
  }

  /** The number of a row's class in its hierarchy, by the tables that have the row. */
  static Expression<Integer> classNumber(
      Mapper<?> mapper, Function<Mapper<?>, NamedTable> tableOf) {
    List<Mapper<?>> all = mapper.root().selfAndBelow();
    List<Mapper<?>> deepestFirst = new ArrayList<>(mapper.selfAndBelow());
    Collections.reverse(deepestFirst);
    Scalar.Case<Integer> choice = null;
    for (Mapper<?> each : deepestFirst) {
      Expression<Integer> number = Sql.literal(all.indexOf(each));
      Predicate present = isPresent(each, tableOf.apply(each));
      choice = choice == null ? Sql.when(present, number) : choice.when(present, number);
    }
    return Objects.requireNonNull(choice);
  }

  /** Whether the table of a class has the row. */
  private static Predicate isPresent(Mapper<?> mapper, NamedTable table) {
    return column(table, key(mapper).get(0)).isNotNull();
  }

  /** The rows of one object in the tables of two classes. */
  static Predicate sameKey(
      Mapper<?> above, Mapper<?> below, Function<Mapper<?>, NamedTable> tableOf) {
    List<Predicate> parts = new ArrayList<>();
    NamedTable left = tableOf.apply(below);
    NamedTable right = tableOf.apply(above);
    for (int index = 0; index < key(below).size(); index++) {
      parts.add(
          new Predicate.Comparison(
              column(left, key(below).get(index)),
              Predicate.Operator.EQUAL,
              column(right, key(above).get(index))));
    }
    return Sql.and(parts.toArray(Predicate[]::new));
  }

  private static List<String> key(Mapper<?> each) {
    return each.table().constraints(PrimaryKey.class).findFirst().orElseThrow().columns();
  }

  /** The rows of all tables of classes that have objects, one behind the other. */
  private Query<?> united() {
    List<Mapper<?>> all = mapper.root().selfAndBelow();
    ViewNames.Mark mark = ViewNames.mark(mapper.root());
    List<Query<Object>> parts = new ArrayList<>();
    for (Mapper<?> each : mapper.selfAndBelow()) {
      if (!each.isAbstract()) {
        NamedTable table = table(each.table().name());
        Expression<?> number = Sql.literal(all.indexOf(each));
        ClassExpressions.Inside inside =
            new ClassExpressions.Inside(any -> table, any -> null, number);
        Map<String, Selectable<?>> items = new LinkedHashMap<>();
        for (Mapper<?> level : levels) {
          for (Column column : columns(level)) {
            if (each.lineage().contains(level)) {
              put(items, level, column, inside);
            } else {
              items.putIfAbsent(names.of(level, column), missing(level, column));
            }
          }
        }
        items.put(mark.name(), number.as(mark.name()));
        parts.add(select(items).from(table));
      }
    }
    return parts.size() == 1
        ? parts.get(0)
        : new SetOperation<>(SetOperation.Operator.UNION_ALL, parts, Select.Paging.NONE);
  }

  private Selectable<?> missing(Mapper<?> level, Column column) {
    return Sql.nullOf(column.type()).as(names.of(level, column));
  }

  private List<Column> columns(Mapper<?> level) {
    return expressions.containsKey(level)
        ? ViewNames.filledColumns(level)
        : ViewNames.storedColumns(level);
  }

  private void put(
      Map<String, Selectable<?>> items,
      Mapper<?> level,
      Column column,
      ClassExpressions.Inside inside) {
    String name = names.of(level, column);
    ClassExpressions own = expressions.get(level);
    Expression<?> made = own == null ? null : own.value(column, inside);
    Expression<?> item = made == null ? column(inside.table().apply(level), column.name()) : made;
    boolean named = made == null && name.equals(column.name());
    items.putIfAbsent(name, named ? item : item.as(name));
  }

  /** The statement around it knows the type, and what is to be read of it. */
  private static Expression<?> column(NamedTable table, String name) {
    return table.c(name, SqlTypes.TEXT);
  }

  private static NamedTable table(Mapper<?> mapper) {
    return table(mapper.table().name());
  }

  private static NamedTable table(QualifiedName name) {
    return new NamedTable(new TableName(name.schema(), name.name()), null, List.of(), List.of());
  }

  private static Select<Object> select(Map<String, Selectable<?>> items) {
    List<Selectable<?>> all = List.copyOf(items.values());
    return Sql.select(all.get(0)).withProjection(new Projection<Object>(all, values -> values));
  }
}
