package org.aludel.orm.hierarchy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.aludel.orm.inheritance.InheritanceStrategy;
import org.aludel.orm.mapping.BasicProperty;
import org.aludel.orm.mapping.Mapper;
import org.aludel.orm.mapping.Relationship;
import org.aludel.schema.Column;
import org.aludel.schema.QualifiedName;
import org.aludel.sql.ColumnReference;
import org.aludel.sql.DerivedTable;
import org.aludel.sql.Expression;
import org.aludel.sql.FromItem;
import org.aludel.sql.NamedTable;
import org.aludel.sql.Predicate;
import org.aludel.sql.Query;
import org.aludel.sql.Sql;
import org.aludel.sql.TableName;
import org.aludel.type.SqlType;
import org.jspecify.annotations.Nullable;

/**
 * What stands for a class in statements: its table, or where its rows lie in several tables, or in
 * one beside those of other classes, a query that gives them. Immutable and thread-safe; one a
 * mapper.
 *
 * <p>A row of it begins with the columns of the topmost class and goes on with those of the classes
 * below; where objects may be of several classes, the last column tells of which.
 */
public final class EntityView {
  /**
   * A column of a row.
   *
   * @param name in the source
   * @param absent whether no source has it, since only statements give it
   */
  public record Selected(String name, SqlType<?> type, boolean absent) {
    /**
     * What a statement selects for it.
     *
     * @param prefix what the source writes before the names of columns
     */
    public Expression<?> of(FromItem source, String prefix) {
      return absent ? Sql.nullOf(type) : new ColumnReference<>(source, prefix + name, type);
    }
  }

  /**
   * The columns that a class adds, in a row.
   *
   * @param offset of the first of its basics from the first column of the row, from 0
   * @param references the offset of the first column of each of its references
   */
  public record Level(Mapper<?> mapper, int offset, Map<Relationship, Integer> references) {
    public Level {
      references = Map.copyOf(references);
    }
  }

  private final Mapper<?> mapper;
  private final ViewNames names;
  private final List<Selected> columns = new ArrayList<>();
  private final List<Level> levels = new ArrayList<>();
  private final Map<String, Mapper<?>> marks = new LinkedHashMap<>();
  private final Set<QualifiedName> tables = new LinkedHashSet<>();

  /** The queries of fewer columns that statements wanted, by the classes that they keep. */
  private final Map<Set<Mapper<?>>, Query<?>> narrowed = new ConcurrentHashMap<>();

  /** Set before anybody else sees the view where attributes are expressions; else final. */
  private @Nullable Query<?> query;

  private FromItem source;

  /** As {@link #query}. */
  private Map<Mapper<?>, ClassExpressions> expressions = Map.of();

  /** The view of a class. */
  public EntityView(Mapper<?> mapper) {
    this.mapper = mapper;
    this.names = ViewNames.of(mapper.root());
    this.query = new ViewQuery(mapper, names, expressions).query();
    addColumns();
    if (mapper.isPolymorphic()) {
      List<Mapper<?>> all = mapper.root().selfAndBelow();
      for (Mapper<?> each : mapper.selfAndBelow()) {
        if (!each.isAbstract()) {
          Object value = each.discriminatorValue();
          marks.put(String.valueOf(value == null ? all.indexOf(each) : value), each);
        }
      }
    }
    mapper.tables().forEach(table -> tables.add(table.name()));
    mapper.selfAndBelow().forEach(one -> one.tables().forEach(table -> tables.add(table.name())));
    this.source = source(null);
  }

  private void addColumns() {
    if (mapper.isPolymorphic()) {
      addLevels();
      ViewNames.Mark mark = ViewNames.mark(mapper.root());
      columns.add(new Selected(mark.name(), mark.type(), false));
    } else {
      mapper.basics().forEach(basic -> add(mapper, basic));
      mapper.references().forEach(one -> one.localColumns().forEach(it -> add(mapper, it)));
    }
  }

  private void addLevels() {
    for (Mapper<?> each : ViewQuery.all(mapper)) {
      int offset = columns.size();
      each.ownBasics().forEach(basic -> add(each, basic));
      Map<Relationship, Integer> references = new LinkedHashMap<>();
      for (Relationship reference : each.ownReferences()) {
        references.put(reference, columns.size());
        reference.localColumns().forEach(column -> add(each, column));
      }
      levels.add(new Level(each, offset, references));
    }
  }

  private void add(Mapper<?> declaring, BasicProperty basic) {
    String name = name(declaring, basic.column());
    columns.add(new Selected(name, basic.column().type(), basic.isQueryExpression()));
  }

  private void add(Mapper<?> declaring, Column column) {
    columns.add(new Selected(name(declaring, column), column.type(), false));
  }

  /**
   * Reads the rows by a query from now on, where attributes are expressions.
   *
   * @param all those of all classes; what is not of the lineage of this one or below it is left
   */
  public void fill(Map<Mapper<?>, ClassExpressions> all) {
    Set<Mapper<?>> own = new LinkedHashSet<>(mapper.lineage());
    own.addAll(mapper.selfAndBelow());
    Map<Mapper<?>, ClassExpressions> found = new LinkedHashMap<>(all);
    found.keySet().retainAll(own);
    if (found.isEmpty()) {
      return;
    }
    expressions = Map.copyOf(found);
    Query<?> filled =
        Objects.requireNonNull(
            new ViewQuery(mapper, names, expressions).query(), "no table has them");
    query = filled;
    source = new DerivedTable<>(filled, ownName(), List.of(), false);
    columns.clear();
    levels.clear();
    addColumns();
  }

  /** Whether its rows have attributes that are expressions. */
  public boolean isFilled() {
    return !expressions.isEmpty();
  }

  /** The columns of a whole object, in the order in which they are read. */
  public List<Selected> columns() {
    return List.copyOf(columns);
  }

  /** Whether rows have columns that no source has, so that no statement can name all of them. */
  public boolean lacksColumns() {
    return columns.stream().anyMatch(Selected::absent);
  }

  /** Where the columns of a class, or of one below it, stand in a row, by slot, from 0. */
  public int[] positions(Mapper<?> concrete) {
    int[] positions = new int[concrete.basics().size()];
    if (levels.isEmpty()) {
      Arrays.setAll(positions, slot -> slot);
      return positions;
    }
    List<Mapper<?>> lineage = concrete.lineage();
    for (Level level : levels) {
      if (lineage.contains(level.mapper())) {
        int position = level.offset();
        for (BasicProperty own : level.mapper().ownBasics()) {
          positions[own.slot()] = position++;
        }
      }
    }
    return positions;
  }

  /** Where the columns stand in a row that the class, one above it or one below it adds, from 0. */
  public int[] positionsOfOwn(Mapper<?> declaring) {
    List<Integer> found = new ArrayList<>();
    int[] basics = positions(levels.isEmpty() ? mapper : declaring);
    declaring.ownBasics().forEach(basic -> found.add(basics[basic.slot()]));
    for (Relationship reference : declaring.ownReferences()) {
      int first = position(reference);
      for (int column = 0; column < reference.localColumns().size(); column++) {
        found.add(first + column);
      }
    }
    return found.stream().mapToInt(Integer::intValue).toArray();
  }

  /** Where the first column of a reference stands in a row, from 0. */
  public int position(Relationship reference) {
    for (Level level : levels) {
      Integer known = level.references().get(reference);
      if (known != null) {
        return known;
      }
    }
    int position = mapper.basics().size();
    for (Relationship before : mapper.references()) {
      if (before.equals(reference)) {
        return position;
      }
      position += before.localColumns().size();
    }
    throw new IllegalStateException("no columns of " + reference + " in rows of " + mapper);
  }

  /**
   * A source of the view with the columns of fewer classes, and without the tables of the others
   * where nothing else needs them.
   *
   * @param whole the view under any name
   * @param used the names of the columns that a statement uses
   */
  FromItem narrowed(DerivedTable<?> whole, Set<String> used) {
    Set<Mapper<?>> kept = new LinkedHashSet<>(mapper.lineage());
    for (Mapper<?> each : ViewQuery.all(mapper)) {
      if (ViewNames.ownColumns(each).stream().anyMatch(one -> used.contains(name(each, one)))) {
        kept.addAll(each.lineage());
      }
    }
    Set<Mapper<?>> ordered = ViewQuery.all(mapper);
    ordered.retainAll(kept);
    Query<?> fewer =
        narrowed.computeIfAbsent(
            ordered, any -> new ViewQuery(mapper, names, expressions, ordered).query());
    return new DerivedTable<>(fewer, whole.alias(), whole.names(), whole.isLateral());
  }

  /** How many columns a whole object has. */
  public int width() {
    return columns.size();
  }

  /** The classes whose columns are in a row, where objects may be of several; else empty. */
  public List<Level> levels() {
    return List.copyOf(levels);
  }

  /** The classes of objects by the text of the last column; empty where there is only one. */
  public Map<String, Mapper<?>> marks() {
    return Map.copyOf(marks);
  }

  /** The names of all tables that objects of the class lie in. */
  public Set<QualifiedName> tables() {
    return Set.copyOf(tables);
  }

  /**
   * The tables that hold its rows: of a table for each class one entry a table, else one with all.
   */
  public List<RowTables> rowTables() {
    if (mapper.inheritance() != InheritanceStrategy.TABLE_PER_CLASS) {
      return List.of(RowTables.joined(mapper, names));
    }
    return mapper.selfAndBelow().stream()
        .filter(one -> !one.isAbstract())
        .map(one -> RowTables.single(one, names))
        .toList();
  }

  /** The query that gives its rows, or null where a table of its own does. */
  public @Nullable Query<?> query() {
    return query;
  }

  /** The source under its own name, or another. */
  public FromItem source(@Nullable String alias) {
    if (alias == null && source != null) {
      return source;
    }
    if (query != null) {
      return new DerivedTable<>(query, alias == null ? ownName() : alias, List.of(), false);
    }
    QualifiedName name = mapper.table().name();
    return new NamedTable(new TableName(name.schema(), name.name()), alias, List.of(), List.of());
  }

  private String ownName() {
    boolean shared = mapper.inheritance() == InheritanceStrategy.SINGLE_TABLE;
    return shared ? ViewNames.snakeCase(mapper) : mapper.table().name().name();
  }

  /**
   * What is true of the rows of one table that are of the class or one below it; null where it is
   * true of all its rows.
   */
  public @Nullable Predicate condition(FromItem table) {
    boolean one = mapper.inheritance() == InheritanceStrategy.SINGLE_TABLE;
    return one && mapper.superMapper() != null ? ViewQuery.isOfClass(mapper, table) : null;
  }

  /** What is true of the rows of a source that are of one of some classes, and of no other. */
  public Predicate isOf(FromItem from, Set<Mapper<?>> types) {
    if (marks.isEmpty()) {
      return types.contains(mapper) ? Sql.always() : Sql.never();
    }
    List<Expression<?>> parts = new ArrayList<>();
    Selected mark = columns.get(columns.size() - 1);
    parts.add(new ColumnReference<>(from, mark.name(), mark.type()));
    List<Mapper<?>> all = mapper.root().selfAndBelow();
    for (Mapper<?> each : mapper.selfAndBelow()) {
      if (types.contains(each) && !each.isAbstract()) {
        Object value = each.discriminatorValue();
        parts.add(literal(value == null ? all.indexOf(each) : value));
      }
    }
    return ViewQuery.isOneOf(parts);
  }

  /** The value of a discriminator in the text of a statement. */
  public Expression<?> literal(Object discriminator) {
    return ViewQuery.literal(discriminator);
  }

  /** The name in the source of a column that the class or one above it declares. */
  public String name(Column column) {
    return name(mapper, column);
  }

  /** The name in the source of a column that a class of the hierarchy or one above it declares. */
  public String name(Mapper<?> declaring, Column column) {
    return query == null ? column.name() : names.of(declaring, column);
  }

  /** A column of the source that the class or one above it declares. */
  public ColumnReference<?> column(FromItem from, Column column) {
    return new ColumnReference<>(from, name(mapper, column), column.type());
  }
}
