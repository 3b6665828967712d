package org.aludel.orm.hierarchy;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.aludel.error.Problem;
import org.aludel.error.SessionCode;
import org.aludel.error.UsageException;
import org.aludel.orm.mapping.BasicProperty;
import org.aludel.orm.mapping.Mapper;
import org.aludel.schema.Column;
import org.aludel.sql.ColumnReference;
import org.aludel.sql.Expression;
import org.aludel.sql.NamedTable;
import org.aludel.sql.Predicate;
import org.aludel.sql.Rewriter;
import org.aludel.sql.SourceKey;
import org.aludel.sql.Sql;
import org.jspecify.annotations.Nullable;

/**
 * The attributes of one class that are expressions, over what stood for the class before its rows
 * had them; the views of the class and of those above and below it read them. Immutable.
 */
public final class ClassExpressions {
  private record Place(Mapper<?> declaring, Column column) {}

  /**
   * Where the query of a view has what expressions read.
   *
   * @param table the table with the columns that a class declares
   * @param present what is true of rows that are of a class; null of one that all rows are of
   * @param mark what tells of which class a row is
   */
  record Inside(
      Function<Mapper<?>, NamedTable> table,
      Function<Mapper<?>, @Nullable Predicate> present,
      Expression<?> mark) {}

  private final Mapper<?> mapper;
  private final SourceKey source;
  private final String mark;
  private final Map<String, Place> places = new HashMap<>();
  private final Map<Column, Expression<?>> values = new LinkedHashMap<>();

  /**
   * Those of a class.
   *
   * @param view that of the class, which no expressions fill yet
   * @param expressions over its source under its own name
   */
  public ClassExpressions(
      Mapper<?> mapper, EntityView view, Map<BasicProperty, Expression<?>> expressions) {
    this.mapper = mapper;
    this.source = view.source(null).key();
    this.mark = ViewNames.mark(mapper.root()).name();
    Set<Mapper<?>> levels = new LinkedHashSet<>(mapper.lineage());
    levels.addAll(mapper.selfAndBelow());
    for (Mapper<?> level : levels) {
      for (Column column : ViewNames.storedColumns(level)) {
        places.putIfAbsent(view.name(level, column), new Place(level, column));
      }
    }
    expressions.forEach((basic, value) -> values.put(basic.column(), value));
  }

  /** The expression for a column, NULL in rows of other classes; null for one of a table. */
  @Nullable Expression<?> value(Column column, Inside inside) {
    Expression<?> value = values.get(column);
    return value == null ? null : guarded(new Swap(inside).expression(value), inside);
  }

  private <T> Expression<T> guarded(Expression<T> value, Inside inside) {
    Predicate present = inside.present().apply(mapper);
    return present == null ? value : Sql.when(present, value);
  }

  /**
   * The refusal of such an attribute where only tables are meant.
   *
   * @param name of the class and the attribute
   */
  public static UsageException refused(String name) {
    return new UsageException(
        Problem.of(SessionCode.UNSUPPORTED, "cannot use \"" + name + "\" here")
            .found("an expression, which no table stores")
            .expected(
                "attributes in columns where rows are changed, returned by a change, or made"
                    + " part of another expression")
            .fix(
                "call the hybrid of that name, or select the objects by a statement of their own"));
  }

  /** Puts the tables of a query in the place of the source. */
  private final class Swap extends Rewriter {
    private final Inside inside;

    Swap(Inside inside) {
      this.inside = inside;
    }

    @Override
    protected Expression<?> instead(Expression<?> expression) {
      if (!(expression instanceof ColumnReference<?> column)
          || column.source() == null
          || !column.source().key().equals(source)) {
        return expression;
      }
      Place place = places.get(column.name());
      if (place != null) {
        return column.named(inside.table().apply(place.declaring()), place.column().name());
      }
      return column.name().equals(mark) ? inside.mark() : expression;
    }
  }
}
