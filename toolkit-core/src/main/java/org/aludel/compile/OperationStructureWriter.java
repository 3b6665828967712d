package org.aludel.compile;

import java.util.List;
import org.aludel.sql.Call;
import org.aludel.sql.Construct;
import org.aludel.sql.Expression;
import org.aludel.sql.ExpressionVisitor;
import org.aludel.sql.Operation;
import org.aludel.sql.Ordering;
import org.aludel.sql.Predicate;
import org.aludel.sql.Query;
import org.aludel.sql.Window;
import org.jspecify.annotations.Nullable;

/** The part of a {@link StructureWriter} for operations, calls and users' constructs. */
abstract class OperationStructureWriter implements ExpressionVisitor<Structure> {
  /** Stands where an optional part is missing. */
  private enum Absent {
    ABSENT
  }

  protected final Structure structure;

  OperationStructureWriter(Structure structure) {
    this.structure = structure;
  }

  protected abstract void select(Query<?> query);

  protected final OperationStructureWriter add(Object token) {
    structure.token(token);
    return this;
  }

  protected final OperationStructureWriter orNull(@Nullable Object token) {
    return add(token == null ? Absent.ABSENT : token);
  }

  protected final OperationStructureWriter one(Expression<?> expression) {
    expression.accept(this);
    return this;
  }

  protected final OperationStructureWriter optional(@Nullable Expression<?> expression) {
    return expression == null ? add(Absent.ABSENT) : one(expression);
  }

  protected final OperationStructureWriter all(List<? extends Expression<?>> expressions) {
    add(expressions.size());
    expressions.forEach(this::one);
    return this;
  }

  final Structure node(Class<?> node, Expression<?>... operands) {
    add(node);
    for (Expression<?> operand : operands) {
      one(operand);
    }
    return structure;
  }

  final OperationStructureWriter orderings(List<Ordering> terms) {
    add(terms.size());
    for (Ordering term : terms) {
      add(term.descending()).add(term.nulls()).one(term.expression());
    }
    return this;
  }

  final OperationStructureWriter window(Window window) {
    add(Window.class).orNull(window.name()).all(window.partitionBy()).orderings(window.orderBy());
    Window.Frame frame = window.frame();
    if (frame == null) {
      return add(Absent.ABSENT);
    }
    add(frame.unit()).add(frame.exclusion());
    return edge(frame.from()).edge(frame.to());
  }

  private OperationStructureWriter edge(Window.Edge edge) {
    return add(edge.side()).optional(edge.offset());
  }

  @Override
  public Structure visitPrefix(Operation.Prefix<?> node) {
    add(node.operator());
    return node(Operation.Prefix.class, node.operand());
  }

  @Override
  public Structure visitCollated(Operation.Collated<?> node) {
    add(node.collation());
    return node(Operation.Collated.class, node.operand());
  }

  @Override
  public Structure visitExtract(Operation.Extract node) {
    add(node.part());
    return node(Operation.Extract.class, node.operand());
  }

  @Override
  public Structure visitKeyword(Operation.Keyword<?> node) {
    add(node.word());
    return node(Operation.Keyword.class);
  }

  @Override
  public Structure visitChoice(Operation.Choice<?, ?> node) {
    add(node.branches().size());
    node(Operation.Choice.class, node.subject());
    node.branches().forEach(branch -> one(branch.match()).one(branch.value()));
    optional(node.otherwise());
    return structure;
  }

  @Override
  public Structure visitRow(Operation.RowValue<?> node) {
    node(Operation.RowValue.class);
    all(node.items());
    return structure;
  }

  @Override
  public Structure visitArray(Operation.ArrayValue<?> node) {
    node(Operation.ArrayValue.class);
    all(node.items());
    return structure;
  }

  @Override
  public Structure visitArrayQuery(Operation.ArrayQuery<?> node) {
    node(Operation.ArrayQuery.class);
    select(node.select());
    return structure;
  }

  @Override
  public Structure visitQuantified(Operation.Quantified<?> node) {
    add(node.quantifier());
    node(Operation.Quantified.class);
    select(node.select());
    return structure;
  }

  @Override
  public Structure visitVersion(Operation.Version<?> node) {
    add(node.moment());
    return node(Operation.Version.class, node.column());
  }

  @Override
  public Structure visitAggregate(Call.Aggregate<?> node) {
    node(Call.Aggregate.class, node.function());
    orderings(node.orderBy()).orderings(node.withinGroup()).optional(node.filter());
    return structure;
  }

  @Override
  public Structure visitOver(Call.Over<?> node) {
    node(Call.Over.class, node.call());
    window(node.window());
    return structure;
  }

  @Override
  public Structure visitConstruct(Construct<?> node) {
    add(node.structure());
    node(node.getClass());
    all(node.operands());
    return structure;
  }

  @Override
  public Structure visitConstant(Predicate.Constant node) {
    add(node.value());
    return node(Predicate.Constant.class);
  }

  @Override
  public Structure visitMatch(Predicate.Match node) {
    add(node.language()).add(node.negated());
    return node(Predicate.Match.class, node.operand(), node.pattern());
  }

  @Override
  public Structure visitIsTruth(Predicate.IsTruth node) {
    orNull(node.value()).add(node.negated());
    return node(Predicate.IsTruth.class, node.operand());
  }

  @Override
  public Structure visitInRows(Predicate.InRows node) {
    add(node.negated());
    node(Predicate.InRows.class, node.operand());
    all(node.columns());
    return structure;
  }
}
