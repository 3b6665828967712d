package org.aludel.migrations.compare;

import java.util.List;
import org.aludel.migrations.operation.Operation;
import org.aludel.schema.MetaData;
import org.aludel.schema.UncoveredObject;

/**
 * What a comparison found.
 *
 * @param database the database as it is after the renames among the operations, without what is out
 *     of sight; the other operations speak of it
 * @param model the model without what is out of sight
 * @param operations what leads from the database to the model, not yet in an order that runs
 * @param pending drops that the policy holds back
 * @param unmanaged drops that are left out because our revisions did not make the object
 * @param uncovered objects on either side that Aludel does not treat yet
 * @param lookAlikes drops and creations, held back or not, that may be one rename
 */
public record Differences(
    MetaData database,
    MetaData model,
    List<Operation> operations,
    List<Operation> pending,
    List<Operation> unmanaged,
    List<UncoveredObject> uncovered,
    List<RenameCandidate> lookAlikes) {
  public Differences {
    operations = List.copyOf(operations);
    pending = List.copyOf(pending);
    unmanaged = List.copyOf(unmanaged);
    uncovered = List.copyOf(uncovered);
    lookAlikes = List.copyOf(lookAlikes);
  }

  /** The same doing something else. */
  public Differences withOperations(List<Operation> value) {
    return new Differences(database, model, value, pending, unmanaged, uncovered, lookAlikes);
  }

  /** Whether there is nothing to do now; drops that are held back do not count. */
  public boolean isEmpty() {
    return operations.isEmpty();
  }
}
