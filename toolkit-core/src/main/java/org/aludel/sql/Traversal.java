package org.aludel.sql;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * Looks at statements from outside, and rewrites them: what tools, multi-tenancy and tests need of
 * the tree. For more, extend {@link Rewriter} or {@link ExpressionWalker}.
 *
 * <pre>{@code
 * List<Expression<?>> binds = Traversal.find(statement, Bind.class);
 * Select<User> archived = Traversal.replaceTable(query, ORDER, ARCHIVED_ORDER);
 * }</pre>
 */
public final class Traversal {
  private Traversal() {}

  /** All expressions of a kind, subqueries included, a node before those inside it. */
  public static List<Expression<?>> find(Statement<?> statement, Class<?> kind) {
    List<Expression<?>> found = new ArrayList<>();
    replace(
        statement,
        node -> {
          if (kind.isInstance(node)) {
            found.add(node);
          }
          return node;
        });
    return found;
  }

  /** The tables that a statement names, in the order in which they are met. */
  public static Set<TableName> tables(Statement<?> statement) {
    Set<TableName> tables = new LinkedHashSet<>();
    statement.accept(
        new Rewriter() {
          @Override
          protected FromItem source(FromItem item) {
            return item instanceof TableSource<?> table ? target(table) : super.source(item);
          }

          @Override
          protected TableSource<?> target(TableSource<?> table) {
            tables.add(table.tableName());
            return table;
          }

          @Override
          protected ColumnReference<?> column(ColumnReference<?> column) {
            if (column.source() instanceof TableSource<?> table) {
              tables.add(table.tableName());
            }
            return column;
          }

          @Override
          protected Selectable<?> item(Selectable<?> item) {
            return item instanceof TableSource<?> table ? target(table) : super.item(item);
          }
        });
    return tables;
  }

  /**
   * The same statement with expressions replaced.
   *
   * @param replacement gets each node before those inside it; what it gives instead is not looked
   *     into, and must have values of the same class. The node itself goes on as it is
   */
  public static <S extends Statement<?>> S replace(
      S statement, UnaryOperator<Expression<?>> replacement) {
    @SuppressWarnings("unchecked") // a rewriter gives back the kind that it was given
    S replaced = (S) statement.accept(new Replacement(replacement));
    return replaced;
  }

  /** The same statement with one table in the place of another, columns of the same names. */
  public static <S extends Statement<?>> S replaceTable(
      S statement, TableSource<?> from, TableSource<?> to) {
    @SuppressWarnings("unchecked") // a rewriter gives back the kind that it was given
    S replaced = (S) statement.accept(new TableReplacement(from.key(), to));
    return replaced;
  }

  private static final class Replacement extends Rewriter {
    private final UnaryOperator<Expression<?>> replacement;

    Replacement(UnaryOperator<Expression<?>> replacement) {
      this.replacement = replacement;
    }

    @Override
    protected Expression<?> instead(Expression<?> expression) {
      return replacement.apply(expression);
    }

    @Override
    public Expression<?> visitInValues(Predicate.InValues node) {
      return new Predicate.InValues(
          expression(node.operand()), list(node.values()), node.negated());
    }

    @Override
    public Expression<?> visitInRows(Predicate.InRows node) {
      Predicate.InRows rewritten = (Predicate.InRows) super.visitInRows(node);
      List<Bind<? extends List<?>>> columns = new ArrayList<>();
      for (Bind<? extends List<?>> column : node.columns()) {
        columns.add(list(column));
      }
      return new Predicate.InRows(rewritten.operand(), columns, node.negated());
    }

    /** Only a bind holds a list of values. */
    private <L> Bind<L> list(Bind<L> bind) {
      return expression(bind) instanceof Bind<L> replaced ? replaced : bind;
    }
  }

  private static final class TableReplacement extends Rewriter {
    private final SourceKey from;
    private final TableSource<?> to;

    TableReplacement(SourceKey from, TableSource<?> to) {
      this.from = from;
      this.to = to;
    }

    @Override
    protected FromItem source(FromItem item) {
      return item instanceof TableSource<?> table ? target(table) : super.source(item);
    }

    @Override
    protected TableSource<?> target(TableSource<?> table) {
      return table.key().equals(from) ? to : table;
    }

    @Override
    protected Selectable<?> item(Selectable<?> item) {
      return item instanceof TableSource<?> table ? target(table) : super.item(item);
    }

    @Override
    protected ColumnReference<?> column(ColumnReference<?> column) {
      FromItem source = column.source();
      return source != null && source.key().equals(from) ? column.withSource(to) : column;
    }
  }
}
