package org.aludel.migrations.lint;

import org.aludel.migrations.operation.ObjectOperation;
import org.aludel.migrations.operation.Operation;
import org.aludel.schema.Domain;

/**
 * A domain that becomes stricter looks at the rows of every table that uses it. Source: PostgreSQL
 * 18, ALTER DOMAIN.
 */
final class DomainRule implements LintRule {
  @Override
  public String code() {
    return "A20";
  }

  @Override
  public String harm() {
    return "reads every table with a column of the domain to the end while it is shut off";
  }

  @Override
  public String cure() {
    return "ADD CONSTRAINT … NOT VALID first and VALIDATE CONSTRAINT in a later revision; NOT NULL"
        + " as a check";
  }

  @Override
  public boolean applies(Operation operation, RevisionScope scope) {
    return operation instanceof ObjectOperation.Replace replace
        && replace.from() instanceof Domain from
        && replace.to() instanceof Domain to
        && isStricter(from, to)
        && scope.isUsed(to.name());
  }

  private static boolean isStricter(Domain from, Domain to) {
    boolean checks =
        to.checks().stream()
            .filter(each -> each.validated())
            .anyMatch(
                each ->
                    from.checks().stream()
                        .noneMatch(
                            old -> old.expression().equals(each.expression()) && old.validated()));
    return checks || (to.notNull() && !from.notNull());
  }
}
