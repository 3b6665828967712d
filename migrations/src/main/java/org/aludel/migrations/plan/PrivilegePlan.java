package org.aludel.migrations.plan;

import java.util.List;
import org.aludel.ddl.DdlStatement;
import org.aludel.ddl.ObjectDdl;
import org.aludel.migrations.operation.PrivilegeOperation;
import org.aludel.schema.Grant;

/** The statements of operations on privileges. */
final class PrivilegePlan implements PrivilegeOperation.Visitor<List<DdlStatement>> {
  @Override
  public List<DdlStatement> visitChange(PrivilegeOperation.Change operation) {
    return statements(operation.steps());
  }

  @Override
  public List<DdlStatement> visitGive(PrivilegeOperation.Give operation) {
    return statements(operation.grants());
  }

  @Override
  public List<DdlStatement> visitLapse(PrivilegeOperation.Lapse operation) {
    return List.of();
  }

  private static List<DdlStatement> statements(List<Grant> grants) {
    return grants.stream()
        .map(ObjectDdl.ChangePrivileges::new)
        .map(DdlStatement.class::cast)
        .toList();
  }
}
