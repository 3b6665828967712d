package org.aludel.orm.hierarchy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.aludel.orm.inheritance.Discriminator;
import org.aludel.orm.mapping.BasicProperty;
import org.aludel.orm.mapping.Mapper;
import org.aludel.schema.Column;
import org.aludel.schema.QualifiedName;
import org.aludel.sql.ColumnReference;
import org.aludel.sql.Expression;
import org.aludel.sql.Join;
import org.aludel.sql.NamedTable;
import org.aludel.sql.Sql;
import org.aludel.sql.TableName;
import org.jspecify.annotations.Nullable;

/**
 * The tables that rows of a class lie in, each under a name that no statement of an application
 * has, and what stands there for the columns of the class's view: a view can neither be changed nor
 * locked table by table. Immutable.
 */
public final class RowTables {
  private record Place(Mapper<?> owner, String column) {}

  private final Mapper<?> mapper;
  private final ViewNames.Mark mark;
  private final Expression<?> marked;
  private final Map<Mapper<?>, NamedTable> tables = new LinkedHashMap<>();
  private final Map<String, Place> places = new LinkedHashMap<>();

  /** Attributes that no table stores, by their columns in the view. */
  private final Map<String, String> expressions = new LinkedHashMap<>();

  /** Of joined tables: those of the class and all above it, and those below it. */
  static RowTables joined(Mapper<?> mapper, ViewNames names) {
    Set<Mapper<?>> levels = new LinkedHashSet<>(mapper.lineage());
    levels.addAll(mapper.selfAndBelow());
    return new RowTables(mapper, levels, names, null);
  }

  /** Of a table for each class: that of one class with objects. */
  static RowTables single(Mapper<?> concrete, ViewNames names) {
    int number = concrete.root().selfAndBelow().indexOf(concrete);
    return new RowTables(concrete, Set.of(concrete), names, Sql.literal(number));
  }

  private RowTables(
      Mapper<?> mapper, Set<Mapper<?>> owners, ViewNames names, @Nullable Expression<?> marked) {
    this.mapper = mapper;
    this.mark = ViewNames.mark(mapper.root());
    for (Mapper<?> owner : owners) {
      QualifiedName name = owner.table().name();
      TableName tableName = new TableName(name.schema(), name.name());
      tables.put(owner, new NamedTable(tableName, "_t" + tables.size(), List.of(), List.of()));
      for (Mapper<?> level : marked == null ? List.of(owner) : owner.lineage()) {
        for (Column column : ViewNames.storedColumns(level)) {
          places.putIfAbsent(names.of(level, column), new Place(owner, column.name()));
        }
        addExpressions(level, names);
      }
    }
    this.marked = marked == null ? joinedMark() : marked;
  }

  private void addExpressions(Mapper<?> level, ViewNames names) {
    for (BasicProperty basic : level.ownBasics()) {
      if (basic.isExpression() && !basic.isQueryExpression()) {
        String name = names.of(level, basic.column());
        expressions.put(name, level.type().getName() + "." + basic.name());
      }
    }
  }

  private Expression<?> joinedMark() {
    Discriminator discriminator = mapper.root().discriminator();
    return discriminator == null
        ? ViewQuery.classNumber(mapper, this::table)
        : table(mapper.root()).c(mark.name(), mark.type());
  }

  /** The class: of joined tables the one that is meant, else the one whose table it is. */
  public Mapper<?> mapper() {
    return mapper;
  }

  /** The table of a class. */
  public NamedTable table(Mapper<?> owner) {
    NamedTable table = tables.get(owner);
    if (table == null) {
      throw new IllegalStateException(mapper + " has no rows in the table of " + owner);
    }
    return table;
  }

  /**
   * What stands for a column of the view; NULL for one of a class that has no rows here.
   *
   * @throws org.aludel.error.UsageException with {@code UNSUPPORTED} for an expression
   */
  public Expression<?> of(ColumnReference<?> column) {
    String expression = expressions.get(column.name());
    if (expression != null) {
      throw ClassExpressions.refused(expression);
    }
    Place place = places.get(column.name());
    if (place != null) {
      return column.named(table(place.owner()), place.column());
    }
    return column.name().equals(mark.name()) ? marked : Sql.nullOf(column.type());
  }

  /** The classes whose tables must be read for a column of the view. */
  public List<Mapper<?>> owners(String column) {
    Place place = places.get(column);
    return place != null
        ? List.of(place.owner())
        : column.equals(mark.name()) ? List.copyOf(tables.keySet()) : List.of();
  }

  /** The tables as they are joined, those below the class only where they are read. */
  public List<Join> joins(Set<Mapper<?>> read) {
    Set<Mapper<?>> wanted = new LinkedHashSet<>(mapper.lineage());
    int inner = wanted.size();
    read.forEach(one -> wanted.addAll(one.lineage()));
    List<Join> joins = new ArrayList<>();
    for (Mapper<?> each : wanted) {
      Mapper<?> above = each.superMapper();
      if (above != null) {
        Join.Kind kind = joins.size() < inner - 1 ? Join.Kind.INNER : Join.Kind.LEFT;
        joins.add(new Join(kind, table(each), ViewQuery.sameKey(above, each, this::table)));
      }
    }
    return joins;
  }
}
