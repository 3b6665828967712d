package org.aludel.error.database;

import org.aludel.error.IntegrityViolation;
import org.aludel.error.Problem;
import org.aludel.error.Refusal;
import org.aludel.error.ViolatedRule;

/** A reference to a row that is not there, or the removal of one that others refer to. */
public final class ForeignKeyViolation extends IntegrityViolation {
  private static final long serialVersionUID = 1L;

  public ForeignKeyViolation(Problem problem, Refusal refusal, ViolatedRule rule) {
    super(problem, refusal, rule);
  }

  @Override
  public ForeignKeyViolation with(Problem words) {
    return new ForeignKeyViolation(words, refusal(), rule());
  }
}
