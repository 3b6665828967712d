package org.aludel.migrations.revision;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One step of a revision and one row of the ledger.
 *
 * @param id unique in its revision, by convention {@code <revision>-<n>}
 * @param author part of the ledger's key; {@code aludel} in what we write
 * @param comment empty when there is none
 * @param labels branch labels for plain Liquibase's filters
 * @param runInTransaction false for statements that PostgreSQL refuses inside a transaction
 * @param preConditions as written, or null
 * @param changes what an upgrade runs, in order
 * @param rollback what a downgrade runs, in order; null when it cannot be undone, empty when there
 *     is nothing to undo
 * @param source {@code file:line:column} for messages, or empty
 */
public record ChangeSet(
    String id,
    String author,
    String comment,
    List<String> labels,
    boolean runInTransaction,
    @Nullable Value preConditions,
    List<Change> changes,
    @Nullable List<Change> rollback,
    String source) {
  /** The author of what the autogenerator writes. Constant, because it is part of the key. */
  public static final String AUTHOR = "aludel";

  public ChangeSet {
    labels = List.copyOf(labels);
    changes = List.copyOf(changes);
    rollback = rollback == null ? null : List.copyOf(rollback);
  }

  /** A transactional step without labels that comes from no file. */
  public static ChangeSet of(
      String id, String comment, List<Change> changes, @Nullable List<Change> rollback) {
    return new ChangeSet(id, AUTHOR, comment, List.of(), true, null, changes, rollback, "");
  }

  /** The same step, run outside a transaction. */
  public ChangeSet outsideTransaction() {
    return new ChangeSet(
        id, author, comment, labels, false, preConditions, changes, rollback, source);
  }

  /** The same step with other labels. */
  public ChangeSet withLabels(List<String> replacement) {
    return new ChangeSet(
        id,
        author,
        comment,
        replacement,
        runInTransaction,
        preConditions,
        changes,
        rollback,
        source);
  }

  /** Whether a downgrade can undo this step. */
  public boolean reversible() {
    return rollback != null;
  }
}
