package org.aludel.compile;

import java.util.List;
import java.util.Locale;
import org.aludel.error.CompileException;
import org.aludel.error.Problem;
import org.aludel.error.SqlCode;
import org.aludel.sql.Bind;
import org.aludel.sql.Call;
import org.aludel.sql.Construct;
import org.aludel.sql.Expression;
import org.aludel.sql.ExpressionVisitor;
import org.aludel.sql.Operation;
import org.aludel.sql.Ordering;
import org.aludel.sql.Predicate;
import org.aludel.sql.Query;
import org.aludel.sql.Scalar;
import org.aludel.sql.Window;

/**
 * The part of an {@link ExpressionCompiler} for operations, calls and users' constructs, and what
 * all parts write with.
 */
abstract class OperationCompiler implements ExpressionVisitor<SqlText> {
  protected final SqlText text;
  final IdentifierQuoter quoter;
  final SqlCompiler statements;
  private Precedence required = Precedence.OR;

  OperationCompiler(SqlText text, IdentifierQuoter quoter, SqlCompiler statements) {
    this.text = text;
    this.quoter = quoter;
    this.statements = statements;
  }

  /** Writes an expression that stands alone. */
  public final SqlText write(Expression<?> expression) {
    return operand(expression, Precedence.OR);
  }

  /** Writes an operand, in parentheses if it binds looser than asked for. */
  protected final SqlText operand(Expression<?> expression, Precedence atLeast) {
    Precedence before = required;
    required = atLeast;
    expression.accept(this);
    required = before;
    return text;
  }

  /** Writes a part whatever stands around it. */
  final SqlText apart(Runnable body) {
    Precedence before = required;
    required = Precedence.OR;
    body.run();
    required = before;
    return text;
  }

  /** Writes what has a precedence of its own. */
  protected final SqlText group(Precedence own, Runnable body) {
    boolean parentheses = own.looserThan(required);
    if (parentheses) {
      text.add("(");
    }
    body.run();
    return parentheses ? text.add(")") : text;
  }

  /** Writes an operator that does not chain: both operands bind tighter. */
  protected final SqlText infix(
      Precedence own, Expression<?> left, String operator, Expression<?> right) {
    return group(
        own,
        () -> {
          operand(left, own.tighter()).add(" ").add(operator).add(" ");
          operand(right, own.tighter());
        });
  }

  final SqlText subquery(Query<?> select) {
    text.add("(");
    select.accept(statements);
    return text.add(")");
  }

  final Precedence required() {
    return required;
  }

  /** An operator in front takes all that binds tighter, and what follows is none of its. */
  @Override
  public SqlText visitPrefix(Operation.Prefix<?> node) {
    return group(
        Precedence.OTHER,
        () -> {
          text.add(node.operator()).add(" ");
          operand(node.operand(), Precedence.OTHER.tighter());
        });
  }

  @Override
  public SqlText visitCollated(Operation.Collated<?> node) {
    return group(
        Precedence.COLLATE,
        () ->
            operand(node.operand(), Precedence.COLLATE)
                .add(" COLLATE ")
                .add(quoter.quote(node.collation())));
  }

  @Override
  public SqlText visitExtract(Operation.Extract node) {
    text.add("EXTRACT(").add(node.part().name()).add(" FROM ");
    return write(node.operand()).add(")");
  }

  @Override
  public SqlText visitKeyword(Operation.Keyword<?> node) {
    return text.add(node.word());
  }

  @Override
  public SqlText visitChoice(Operation.Choice<?, ?> node) {
    text.add("CASE ");
    write(node.subject());
    for (Operation.Branch<?, ?> branch : node.branches()) {
      text.add(" WHEN ");
      write(branch.match()).add(" THEN ");
      write(branch.value());
    }
    Expression<?> otherwise = node.otherwise();
    if (otherwise != null) {
      text.add(" ELSE ");
      write(otherwise);
    }
    return text.add(" END");
  }

  @Override
  public SqlText visitRow(Operation.RowValue<?> node) {
    return list("(", node.items(), ")");
  }

  private SqlText list(String open, List<? extends Expression<?>> items, String close) {
    text.add(open);
    return text.<Expression<?>>list(items, ", ", this::write).add(close);
  }

  @Override
  public SqlText visitArray(Operation.ArrayValue<?> node) {
    return list("ARRAY[", node.items(), "]");
  }

  @Override
  public SqlText visitArrayQuery(Operation.ArrayQuery<?> node) {
    text.add("ARRAY");
    return subquery(node.select());
  }

  @Override
  public SqlText visitQuantified(Operation.Quantified<?> node) {
    text.add(node.quantifier().name()).add(" ");
    return subquery(node.select());
  }

  /** Standard SQL has no name for the state of a row in RETURNING; dialects that have override. */
  @Override
  public SqlText visitVersion(Operation.Version<?> node) {
    throw unsupported("\"" + node.moment() + "\" of column \"" + node.column() + "\"");
  }

  final CompileException unsupported(String what) {
    return new CompileException(
        Problem.of(SqlCode.UNSUPPORTED_STATEMENT, "cannot write " + what)
            .found("a database that has nothing of the kind"));
  }

  /** Writes a state of a row in RETURNING, where the database has it. */
  protected final SqlText version(Operation.Version<?> node) {
    String row = node.moment().name().toLowerCase(Locale.ROOT);
    return text.add(row).add(".").add(quoter.quote(node.column().name()));
  }

  @Override
  public SqlText visitAggregate(Call.Aggregate<?> node) {
    function(node.function(), node.orderBy());
    if (!node.withinGroup().isEmpty()) {
      text.add(" WITHIN GROUP (ORDER BY ");
      orderings(node.withinGroup()).add(")");
    }
    Predicate filter = node.filter();
    if (filter != null) {
      text.add(" FILTER (WHERE ");
      write(filter).add(")");
    }
    return text;
  }

  /** Writes a call, its values in an order where one is given. */
  final SqlText function(Scalar.FunctionCall<?> node, List<Ordering> orderBy) {
    text.add(node.name()).add("(");
    if (node.form() == Scalar.Form.STAR) {
      return text.add("*)");
    }
    text.add(node.form() == Scalar.Form.DISTINCT ? "DISTINCT " : "");
    text.<Expression<?>>list(node.arguments(), ", ", this::write);
    if (!orderBy.isEmpty()) {
      text.add(" ORDER BY ");
      orderings(orderBy);
    }
    return text.add(")");
  }

  private SqlText orderings(List<Ordering> terms) {
    return text.<Ordering>list(terms, ", ", this::ordering);
  }

  /** Writes one term of an order by its expression. */
  final void ordering(Ordering term) {
    write(term.expression());
    direction(term);
  }

  /** Writes what stands behind a term of an order. */
  final void direction(Ordering term) {
    text.add(term.descending() ? " DESC" : "");
    text.add(
        switch (term.nulls()) {
          case DEFAULT -> "";
          case FIRST -> " NULLS FIRST";
          case LAST -> " NULLS LAST";
        });
  }

  @Override
  public SqlText visitOver(Call.Over<?> node) {
    write(node.call()).add(" OVER ");
    Window window = node.window();
    String name = window.name();
    return name != null && window.isReference() ? text.add(quoter.quote(name)) : window(window);
  }

  /** Writes a window in parentheses. */
  final SqlText window(Window window) {
    text.add("(");
    String name = window.name();
    String separator = "";
    if (name != null) {
      text.add(quoter.quote(name));
      separator = " ";
    }
    if (!window.partitionBy().isEmpty()) {
      text.add(separator).add("PARTITION BY ");
      text.<Expression<?>>list(window.partitionBy(), ", ", this::write);
      separator = " ";
    }
    if (!window.orderBy().isEmpty()) {
      text.add(separator).add("ORDER BY ");
      orderings(window.orderBy());
      separator = " ";
    }
    Window.Frame frame = window.frame();
    if (frame != null) {
      text.add(separator);
      frame(frame);
    }
    return text.add(")");
  }

  private void frame(Window.Frame frame) {
    text.add(frame.unit().name()).add(" BETWEEN ");
    edge(frame.from());
    text.add(" AND ");
    edge(frame.to());
    text.add(
        switch (frame.exclusion()) {
          case NO_OTHERS -> "";
          case CURRENT_ROW -> " EXCLUDE CURRENT ROW";
          case GROUP -> " EXCLUDE GROUP";
          case TIES -> " EXCLUDE TIES";
        });
  }

  private void edge(Window.Edge edge) {
    if (edge.side() == Window.Side.CURRENT_ROW) {
      text.add("CURRENT ROW");
      return;
    }
    Expression<?> offset = edge.offset();
    if (offset == null) {
      text.add("UNBOUNDED");
    } else {
      write(offset);
    }
    text.add(" ").add(edge.side().name());
  }

  /**
   * What users write is taken for the loosest of operators, so it is closed unless it stands alone.
   */
  @Override
  public SqlText visitConstruct(Construct<?> node) {
    return group(Precedence.OR, () -> node.write(new ConstructText(this)));
  }

  @Override
  public SqlText visitConstant(Predicate.Constant node) {
    return text.add(node.value() ? "TRUE" : "FALSE");
  }

  /** Standard SQL knows the words, and regular expressions of another kind. */
  @Override
  public SqlText visitMatch(Predicate.Match node) {
    return match(
        node,
        switch (node.language()) {
          case SIMILAR -> node.negated() ? "NOT SIMILAR TO" : "SIMILAR TO";
          case REGEX, REGEX_ANY_CASE -> throw unsupported("a match of a regular expression");
        },
        Precedence.MATCH);
  }

  /** Writes a match with its operator. */
  protected final SqlText match(Predicate.Match node, String operator, Precedence own) {
    return infix(own, node.operand(), operator, node.pattern());
  }

  @Override
  public SqlText visitIsTruth(Predicate.IsTruth node) {
    Boolean value = node.value();
    String word = value == null ? "UNKNOWN" : value ? "TRUE" : "FALSE";
    return group(
        Precedence.IS,
        () ->
            operand(node.operand(), Precedence.COMPARISON)
                .add(node.negated() ? " IS NOT " : " IS ")
                .add(word));
  }

  /** One parameter for each value; of no rows a condition that is false, or true when negated. */
  @Override
  public SqlText visitInRows(Predicate.InRows node) {
    text.dependsOnValues();
    if (node.size() == 0) {
      return group(Precedence.COMPARISON, () -> text.add(node.negated() ? "1 = 1" : "1 = 0"));
    }
    return group(
        Precedence.MATCH,
        () -> {
          operand(node.operand(), Precedence.OTHER).add(node.negated() ? " NOT IN (" : " IN (");
          for (int row = 0; row < node.size(); row++) {
            text.add(row == 0 ? "(" : ", (");
            elements(node, row);
          }
          text.add(")");
        });
  }

  private void elements(Predicate.InRows node, int row) {
    for (int part = 0; part < node.columns().size(); part++) {
      Bind<? extends List<?>> values = node.columns().get(part);
      text.add(part == 0 ? "" : ", ")
          .bindElement(values, row, node.operand().items().get(part).type());
    }
    text.add(")");
  }
}
