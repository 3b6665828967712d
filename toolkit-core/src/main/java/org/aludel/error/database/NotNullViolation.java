package org.aludel.error.database;

import org.aludel.error.IntegrityViolation;
import org.aludel.error.Problem;
import org.aludel.error.Refusal;
import org.aludel.error.ViolatedRule;

/** A NULL where none may be. */
public final class NotNullViolation extends IntegrityViolation {
  private static final long serialVersionUID = 1L;

  public NotNullViolation(Problem problem, Refusal refusal, ViolatedRule rule) {
    super(problem, refusal, rule);
  }

  @Override
  public NotNullViolation with(Problem words) {
    return new NotNullViolation(words, refusal(), rule());
  }
}
