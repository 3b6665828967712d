package org.aludel.migrations.lint;

import java.util.List;
import java.util.Objects;
import org.aludel.migrations.operation.ConstraintOperation;
import org.aludel.migrations.operation.IndexOperation;
import org.aludel.migrations.operation.Operation;
import org.aludel.schema.IndexElement;
import org.aludel.schema.UniqueConstraint;

/** Rows may share what becomes unique. */
final class DuplicatesRule implements LintRule {
  @Override
  public String code() {
    return "B02";
  }

  @Override
  public String harm() {
    return "fails where two rows have the same values";
  }

  @Override
  public String cure() {
    return "look for duplicates first: SELECT … GROUP BY … HAVING count(*) > 1";
  }

  @Override
  public boolean applies(Operation operation, RevisionScope scope) {
    if (operation instanceof ConstraintOperation.Add add
        && add.constraint() instanceof UniqueConstraint unique) {
      return scope.mayHoldRows(add.table()) && !scope.addsNulls(add.table(), unique.columns());
    }
    if (operation instanceof IndexOperation.Create create && create.index().unique()) {
      List<String> columns =
          create.index().elements().stream()
              .map(IndexElement::column)
              .filter(Objects::nonNull)
              .toList();
      return scope.mayHoldRows(create.table()) && !scope.addsNulls(create.table(), columns);
    }
    return false;
  }
}
