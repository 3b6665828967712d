package org.aludel.migrations.lint;

import org.aludel.migrations.operation.ObjectOperation;
import org.aludel.migrations.operation.Operation;
import org.aludel.migrations.operation.PrivilegeOperation;
import org.aludel.migrations.operation.TableOperation;
import org.aludel.schema.Grant;
import org.aludel.schema.ObjectKind;
import org.aludel.schema.Table;

/** Without a policy, row security or a revocation somebody sees more than before. */
final class ExposureRule implements LintRule {
  @Override
  public String code() {
    return "C13";
  }

  @Override
  public String harm() {
    return "lets somebody read or write more than before";
  }

  @Override
  public String cure() {
    return "have it reviewed by who answers for the data";
  }

  @Override
  public boolean applies(Operation operation, RevisionScope scope) {
    if (operation instanceof ObjectOperation.Drop drop) {
      return drop.object().reference().kind() == ObjectKind.POLICY
          && !scope.creates(drop.object().reference());
    }
    if (operation instanceof TableOperation.AlterOptions change) {
      return loosens(change.from().rowSecurity(), change.to().rowSecurity());
    }
    return operation instanceof PrivilegeOperation.Change change
        && change.steps().stream().anyMatch(step -> step.action() != Grant.Action.REVOKE);
  }

  private static boolean loosens(Table.RowSecurity from, Table.RowSecurity to) {
    return (from.enabled() && !to.enabled()) || (from.forced() && !to.forced());
  }
}
