package org.aludel.error.database;

import org.aludel.error.IntegrityViolation;
import org.aludel.error.Problem;
import org.aludel.error.Refusal;
import org.aludel.error.ViolatedRule;

/** A row that a CHECK constraint or a domain refuses. */
public final class CheckViolation extends IntegrityViolation {
  private static final long serialVersionUID = 1L;

  public CheckViolation(Problem problem, Refusal refusal, ViolatedRule rule) {
    super(problem, refusal, rule);
  }

  @Override
  public CheckViolation with(Problem words) {
    return new CheckViolation(words, refusal(), rule());
  }
}
