package org.aludel.sql;

import java.util.ArrayList;
import java.util.List;
import org.aludel.error.CompileException;
import org.aludel.error.Problem;
import org.aludel.error.SqlCode;
import org.aludel.type.SqlType;
import org.aludel.util.Suggestion;
import org.jspecify.annotations.Nullable;

/**
 * The columns that a query gives to the statement around it: their names, their types, and what
 * they were selected as. Immutable.
 *
 * @param <R> what one row becomes
 */
public final class QueryColumns<R> {
  /** What the server calls a column that nobody named; it may call it otherwise too. */
  private static final String UNNAMED = "?column?";

  private final Projection<R> projection;
  private final List<Expression<?>> origins;
  private final List<String> names;

  private QueryColumns(
      Projection<R> projection, List<Expression<?>> origins, List<String> renamed) {
    this.projection = projection;
    this.origins = origins;
    this.names = new ArrayList<>(renamed);
    for (int i = renamed.size(); i < origins.size(); i++) {
      names.add(RowShape.label(origins.get(i)));
    }
  }

  static <R> QueryColumns<R> of(Statement<R> statement, List<String> renamed) {
    Projection<R> projection = projection(statement);
    return new QueryColumns<>(projection, flat(projection), renamed);
  }

  static <R> QueryColumns<R> of(Projection<R> projection, @Nullable Expression<?> last) {
    List<Expression<?>> origins = new ArrayList<>(flat(projection));
    if (last != null) {
      origins.add(last);
    }
    return new QueryColumns<>(projection, origins, List.of());
  }

  /** What the rows of a statement become; refused of one that has none. */
  static <R> Projection<R> projection(Statement<R> statement) {
    Projection<R> projection = statement.projection();
    if (projection == null) {
      throw Refusals.unsupported(
          "read the rows of a statement", "one without rows", "returning(…) in it");
    }
    return projection;
  }

  /** Names that must be given where the server would number the columns: those of VALUES. */
  static List<String> impliedNames(Statement<?> statement) {
    if (statement instanceof Values<?> values) {
      return values.columns().stream().<String>map(ColumnReference::name).toList();
    }
    if (statement instanceof SetOperation<?> operation) {
      return impliedNames(operation.first());
    }
    return statement instanceof With<?> with ? impliedNames(with.statement()) : List.of();
  }

  /** The expressions that are selected, whole sources taken apart. */
  private static List<Expression<?>> flat(Projection<?> projection) {
    List<Expression<?>> all = new ArrayList<>();
    for (Selectable<?> item : projection.items()) {
      if (item instanceof Expression<?> expression) {
        all.add(expression);
      } else if (item instanceof TableSource<?> table) {
        all.addAll(table.columnReferences());
      } else if (item instanceof DerivedSource<?> derived) {
        all.addAll(derived.columnReferences());
      }
    }
    return all;
  }

  List<ColumnReference<?>> references(DerivedSource<?> source) {
    requireKnown(source);
    List<ColumnReference<?>> all = new ArrayList<>();
    for (int i = 0; i < origins.size(); i++) {
      if (names.get(i).equals(UNNAMED)) {
        throw unnamed(source, origins.get(i));
      }
      all.add(new ColumnReference<>(source, names.get(i), origins.get(i).type()));
    }
    return all;
  }

  <T> ColumnReference<T> reference(DerivedSource<?> source, Expression<T> selected) {
    for (int i = 0; i < origins.size(); i++) {
      if (isSame(origins.get(i), selected)) {
        if (names.get(i).equals(UNNAMED)) {
          throw unnamed(source, selected);
        }
        return new ColumnReference<>(source, names.get(i), selected.type());
      }
    }
    if (selected instanceof ColumnReference<?> column && column.source() == null) {
      requireName(source, column.name());
      return new ColumnReference<>(source, column.name(), selected.type());
    }
    throw unknown(source, String.valueOf(selected), "");
  }

  /** A label does not change what is selected. */
  private static boolean isSame(Expression<?> origin, Expression<?> selected) {
    return origin.equals(selected)
        || (origin instanceof Scalar.Label<?> label && label.operand().equals(selected));
  }

  ColumnReference<?> reference(DerivedSource<?> source, String name) {
    requireKnown(source);
    int position = names.indexOf(name);
    if (position < 0) {
      throw unknown(source, name, Suggestion.phrase(name, names));
    }
    return typed(source, name, origins.get(position).type());
  }

  private static <T> ColumnReference<T> typed(
      DerivedSource<?> source, String name, SqlType<T> type) {
    return new ColumnReference<>(source, name, type);
  }

  /** Refuses a name that the source certainly lacks. */
  void requireName(DerivedSource<?> source, String name) {
    if (!projection.isDynamic() && !names.contains(UNNAMED) && !names.contains(name)) {
      throw unknown(source, name, Suggestion.phrase(name, names));
    }
  }

  /** What was selected under each name, in order; with nulls where it is no plain column. */
  public List<@Nullable ColumnReference<?>> origins() {
    List<@Nullable ColumnReference<?>> all = new ArrayList<>();
    for (Expression<?> origin : origins) {
      Expression<?> inside = origin instanceof Scalar.Label<?> label ? label.operand() : origin;
      all.add(inside instanceof ColumnReference<?> column ? column : null);
    }
    return all;
  }

  /** The names in order; those of expressions that nobody named are the server's. */
  public List<String> names() {
    return List.copyOf(names);
  }

  /**
   * One column.
   *
   * @param name as far as it is known: the server names what nobody named
   * @param expression what was selected; a column of a table for whole tables
   */
  public record Description(String name, SqlType<?> type, Expression<?> expression) {}

  List<Description> descriptions() {
    List<Description> all = new ArrayList<>();
    for (int i = 0; i < origins.size(); i++) {
      all.add(new Description(names.get(i), origins.get(i).type(), origins.get(i)));
    }
    return List.copyOf(all);
  }

  Projection<R> rows(DerivedSource<?> source) {
    List<Selectable<?>> items = List.copyOf(references(source));
    Projection.Maker<R> maker = projection.maker();
    if (maker == null) {
      throw dynamic(source);
    }
    List<Part> parts = projection.items().stream().<Part>map(Part::of).toList();
    return new Projection<>(
        items,
        values -> {
          @Nullable Object[] made = new @Nullable Object[parts.size()];
          int position = 0;
          for (int i = 0; i < made.length; i++) {
            made[i] = parts.get(i).make(values, position);
            position += parts.get(i).width();
          }
          return maker.make(made);
        });
  }

  /**
   * One item of a projection as it stands in the flat row.
   *
   * @param maker null for a single value
   */
  private record Part(int width, Projection.@Nullable Maker<?> maker) {
    static Part of(Selectable<?> item) {
      if (item instanceof DerivedSource<?> derived) {
        Projection<?> rows = derived.rows();
        return new Part(rows.items().size(), rows.maker());
      }
      if (item instanceof TableSource<?> table) {
        return ofTable(table);
      }
      return new Part(1, null);
    }

    private static Part ofTable(TableSource<?> table) {
      if (table.rowType() != Row.class) {
        throw new CompileException(
            Problem.of(SqlCode.NEEDS_SESSION, "cannot select whole rows of a query over objects")
                .found("objects of " + table.rowType())
                .fix("select its columns: column(…)"));
      }
      List<ColumnReference<?>> columns = table.columnReferences();
      RowShape shape =
          RowShape.of(columns.stream().<String>map(ColumnReference::name).toList(), columns);
      return new Part(columns.size(), values -> new Row(shape, values));
    }

    @Nullable Object make(@Nullable Object[] values, int position) {
      return maker == null
          ? values[position]
          : maker.make(java.util.Arrays.copyOfRange(values, position, position + width));
    }
  }

  private void requireKnown(DerivedSource<?> source) {
    if (projection.isDynamic() && origins.isEmpty()) {
      throw dynamic(source);
    }
  }

  private static CompileException dynamic(DerivedSource<?> source) {
    return Refusals.unsupported(
        "tell the columns of \"" + source.name() + "\"",
        "text whose columns the database alone knows",
        "columns(…) of the text, or c(name, type)");
  }

  private static CompileException unnamed(DerivedSource<?> source, Expression<?> selected) {
    return Refusals.unsupported(
        "use a column of \"" + source.name() + "\"",
        "an expression without a name: " + selected,
        "as(label) where it is selected, or names for all columns");
  }

  private CompileException unknown(DerivedSource<?> source, String what, String suggestion) {
    return new CompileException(
        Problem.of(
                SqlCode.UNKNOWN_COLUMN,
                "cannot use column \"" + what + "\" of \"" + source.name() + "\"")
            .found("columns " + String.join(", ", names))
            .expected("one of them" + suggestion)
            .fix("select it in the query inside"));
  }
}
