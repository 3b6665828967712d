package org.aludel.compile;

import org.aludel.sql.Bind;
import org.aludel.sql.ColumnReference;
import org.aludel.sql.FromItem;
import org.aludel.sql.Predicate;
import org.aludel.sql.Scalar;

/** The part of a {@link StructureWriter} that writes expressions: class, attributes, operands. */
abstract class ExpressionStructureWriter extends OperationStructureWriter {
  ExpressionStructureWriter(Structure structure) {
    super(structure);
  }

  @Override
  public Structure visitColumn(ColumnReference<?> node) {
    FromItem source = node.source();
    add(ColumnReference.class).orNull(source == null ? null : source.key()).add(node.name());
    return structure;
  }

  @Override
  public Structure visitBind(Bind<?> node) {
    add(Bind.class);
    structure.bind(node);
    return structure;
  }

  @Override
  public Structure visitLiteral(Scalar.Literal<?> node) {
    add(Scalar.Literal.class).add(node.type()).add(node.value());
    return structure;
  }

  @Override
  public Structure visitInfix(Scalar.Infix<?> node) {
    add(node.operator()).add(node.rank());
    return node(Scalar.Infix.class, node.left(), node.right());
  }

  @Override
  public Structure visitNegated(Scalar.Negated<?> node) {
    return node(Scalar.Negated.class, node.operand());
  }

  @Override
  public Structure visitFunction(Scalar.FunctionCall<?> node) {
    add(Scalar.FunctionCall.class).add(node.name()).add(node.form()).all(node.arguments());
    return structure;
  }

  @Override
  public Structure visitCast(Scalar.Cast<?> node) {
    add(node.type());
    return node(Scalar.Cast.class, node.operand());
  }

  @Override
  public Structure visitCoerced(Scalar.Coerced<?> node) {
    return node(Scalar.Coerced.class, node.operand());
  }

  @Override
  public Structure visitSubscript(Scalar.Subscript<?> node) {
    return node(Scalar.Subscript.class, node.array(), node.index());
  }

  @Override
  public Structure visitSlice(Scalar.Slice<?> node) {
    node(Scalar.Slice.class, node.array());
    optional(node.first());
    optional(node.last());
    return structure;
  }

  @Override
  public Structure visitCase(Scalar.Case<?> node) {
    add(Scalar.Case.class).add(node.branches().size());
    node.branches().forEach(branch -> one(branch.condition()).one(branch.value()));
    optional(node.otherwise());
    return structure;
  }

  @Override
  public Structure visitSubquery(Scalar.Subquery<?> node) {
    add(Scalar.Subquery.class);
    select(node.select());
    return structure;
  }

  @Override
  public Structure visitFragment(Scalar.Fragment<?> node) {
    add(Scalar.Fragment.class).add(node.sql()).all(node.parts());
    return structure;
  }

  @Override
  public Structure visitExcluded(Scalar.Excluded<?> node) {
    return node(Scalar.Excluded.class, node.column());
  }

  @Override
  public Structure visitLabel(Scalar.Label<?> node) {
    add(node.label());
    return node(Scalar.Label.class, node.operand());
  }

  @Override
  public Structure visitComparison(Predicate.Comparison node) {
    add(node.operator());
    return node(Predicate.Comparison.class, node.left(), node.right());
  }

  @Override
  public Structure visitIsNull(Predicate.IsNull node) {
    add(node.negated());
    return node(Predicate.IsNull.class, node.operand());
  }

  @Override
  public Structure visitBetween(Predicate.Between node) {
    add(node.symmetric()).add(node.negated());
    return node(Predicate.Between.class, node.operand(), node.low(), node.high());
  }

  @Override
  public Structure visitInValues(Predicate.InValues node) {
    add(node.negated());
    return node(Predicate.InValues.class, node.operand(), node.values());
  }

  @Override
  public Structure visitInSubquery(Predicate.InSubquery node) {
    add(node.negated());
    node(Predicate.InSubquery.class, node.operand());
    select(node.select());
    return structure;
  }

  @Override
  public Structure visitLike(Predicate.Like node) {
    add(node.anyCase()).orNull(node.escape()).add(node.negated());
    return node(Predicate.Like.class, node.operand(), node.pattern());
  }

  @Override
  public Structure visitAnd(Predicate.And node) {
    add(Predicate.And.class).all(node.parts());
    return structure;
  }

  @Override
  public Structure visitOr(Predicate.Or node) {
    add(Predicate.Or.class).all(node.parts());
    return structure;
  }

  @Override
  public Structure visitNot(Predicate.Not node) {
    return node(Predicate.Not.class, node.operand());
  }

  @Override
  public Structure visitExists(Predicate.Exists node) {
    add(Predicate.Exists.class);
    select(node.select());
    return structure;
  }

  @Override
  public Structure visitTruth(Predicate.Truth node) {
    return node(Predicate.Truth.class, node.operand());
  }

  /** What no names resolve equals no other: the compiler refuses such a statement anyway. */
  @Override
  public Structure visitUnresolved(Predicate.Unresolved node) {
    Predicate known = node.resolved();
    if (known != null) {
      return known.accept(this);
    }
    add(node);
    return structure;
  }
}
