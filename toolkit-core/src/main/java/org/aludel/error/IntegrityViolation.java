package org.aludel.error;

import org.jspecify.annotations.Nullable;

/**
 * A unique, foreign key, not null, check or exclusion rule that the database enforced. Subclasses
 * in {@link org.aludel.error.database} tell the kinds apart.
 */
public class IntegrityViolation extends DatabaseException {
  private static final long serialVersionUID = 1L;
  private final transient ViolatedRule rule;

  public IntegrityViolation(Problem problem, @Nullable String sqlState, @Nullable Throwable cause) {
    this(problem, new Refusal(sqlState, null, cause), ViolatedRule.UNKNOWN);
  }

  public IntegrityViolation(Problem problem, Refusal refusal, ViolatedRule rule) {
    super(problem, refusal);
    this.rule = rule;
  }

  /** The rule by its names; holds no values. */
  public final ViolatedRule rule() {
    return rule;
  }

  @Override
  public IntegrityViolation with(Problem words) {
    return new IntegrityViolation(words, refusal(), rule());
  }
}
