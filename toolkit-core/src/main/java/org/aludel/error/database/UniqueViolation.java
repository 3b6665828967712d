package org.aludel.error.database;

import org.aludel.error.IntegrityViolation;
import org.aludel.error.Problem;
import org.aludel.error.Refusal;
import org.aludel.error.ViolatedRule;

/** A second row of the same key. */
public final class UniqueViolation extends IntegrityViolation {
  private static final long serialVersionUID = 1L;

  public UniqueViolation(Problem problem, Refusal refusal, ViolatedRule rule) {
    super(problem, refusal, rule);
  }

  @Override
  public UniqueViolation with(Problem words) {
    return new UniqueViolation(words, refusal(), rule());
  }
}
