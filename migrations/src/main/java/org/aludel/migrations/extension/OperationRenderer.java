package org.aludel.migrations.extension;

import java.util.List;
import java.util.Optional;
import org.aludel.migrations.operation.Operation;
import org.aludel.migrations.revision.Change;

/**
 * Decides how an operation stands in a revision file. The proof runs what the changes say, so a
 * rendering that does something else than the operation is found.
 *
 * <p>Asked for each operation and for its way back; must give equal changes for equal operations.
 * Change types that only Liquibase runs are refused, as they cannot be proven.
 */
@FunctionalInterface
public interface OperationRenderer {
  /** The changes in order, or empty for what the next renderer, at last Aludel, makes of it. */
  Optional<List<Change>> changes(Operation operation);
}
