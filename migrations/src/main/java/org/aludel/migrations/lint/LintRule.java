package org.aludel.migrations.lint;

import org.aludel.migrations.operation.Operation;

/** Recognises one hazard. Stateless. */
interface LintRule {
  /** The section of {@code docs/safe-migrations.md}. */
  String code();

  /** What happens, one sentence without a full stop. */
  String harm();

  /** What avoids it, one sentence without a full stop. */
  String cure();

  /** Whether the operation does it; objects of the same revision are empty and harm nobody. */
  boolean applies(Operation operation, RevisionScope scope);
}
