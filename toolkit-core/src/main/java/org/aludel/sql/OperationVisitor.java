package org.aludel.sql;

/**
 * The part of an {@link ExpressionVisitor} for {@link Operation}, {@link Call} and {@link
 * Construct}.
 *
 * @param <V> what a visit gives
 */
public interface OperationVisitor<V> {
  V visitPrefix(Operation.Prefix<?> node);

  V visitCollated(Operation.Collated<?> node);

  V visitExtract(Operation.Extract node);

  V visitKeyword(Operation.Keyword<?> node);

  V visitChoice(Operation.Choice<?, ?> node);

  V visitRow(Operation.RowValue<?> node);

  V visitArray(Operation.ArrayValue<?> node);

  V visitArrayQuery(Operation.ArrayQuery<?> node);

  V visitQuantified(Operation.Quantified<?> node);

  V visitVersion(Operation.Version<?> node);

  V visitAggregate(Call.Aggregate<?> node);

  V visitOver(Call.Over<?> node);

  V visitConstruct(Construct<?> node);

  V visitConstant(Predicate.Constant node);

  V visitMatch(Predicate.Match node);

  V visitIsTruth(Predicate.IsTruth node);

  V visitInRows(Predicate.InRows node);
}
