package org.aludel.migrations.lint;

import org.aludel.migrations.operation.NamespaceOperation;
import org.aludel.migrations.operation.Operation;

/** Whoever comes later misses the schema, and nobody can say what stood in it. */
final class DropSchemaRule implements LintRule {
  @Override
  public String code() {
    return "C03";
  }

  @Override
  public String harm() {
    return "breaks whoever still names the schema";
  }

  @Override
  public String cure() {
    return "drop it when nothing uses it any more";
  }

  @Override
  public boolean applies(Operation operation, RevisionScope scope) {
    return operation instanceof NamespaceOperation.Drop;
  }
}
