package org.aludel.schema;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An object that is handled by its definition as a whole: a routine, trigger, rule, policy and the
 * like. It is replaced, never altered.
 *
 * @param definition the statement that creates it, as the server spells it, without a semicolon
 * @param alterations further statements that complete it, such as {@code ALTER TABLE t DISABLE
 *     TRIGGER x}
 * @param comment or null
 */
public record DefinedObject(
    ObjectReference reference,
    String definition,
    List<String> alterations,
    @Nullable String comment)
    implements SchemaObject {
  public DefinedObject {
    alterations = List.copyOf(alterations);
  }

  @Override
  public <R> R accept(Visitor<R> visitor) {
    return visitor.visitDefined(this);
  }
}
