package org.aludel.migrations.extension;

import java.util.List;
import org.aludel.migrations.operation.Operation;
import org.jspecify.annotations.Nullable;

/**
 * A revision that is to be written.
 *
 * @param message its title, or null for the one that the person gave, or one made of what it does
 * @param operations what it does; they are sorted by what they need before they are written
 */
public record RevisionDirective(@Nullable String message, List<Operation> operations) {
  public RevisionDirective {
    operations = List.copyOf(operations);
  }

  /** The same with another title. */
  public RevisionDirective withMessage(@Nullable String value) {
    return new RevisionDirective(value, operations);
  }

  /** The same doing something else. */
  public RevisionDirective withOperations(List<Operation> value) {
    return new RevisionDirective(message, value);
  }
}
