package org.aludel.error.database;

import org.aludel.error.IntegrityViolation;
import org.aludel.error.Problem;
import org.aludel.error.Refusal;
import org.aludel.error.ViolatedRule;

/** A row that an EXCLUDE constraint keeps from standing beside another. */
public final class ExclusionViolation extends IntegrityViolation {
  private static final long serialVersionUID = 1L;

  public ExclusionViolation(Problem problem, Refusal refusal, ViolatedRule rule) {
    super(problem, refusal, rule);
  }

  @Override
  public ExclusionViolation with(Problem words) {
    return new ExclusionViolation(words, refusal(), rule());
  }
}
