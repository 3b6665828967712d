package org.aludel.schema;

import java.util.List;
import org.aludel.type.SqlType;
import org.jspecify.annotations.Nullable;

/**
 * A domain.
 *
 * @param type what it restricts
 * @param collation as written in SQL, or null for the type's own
 * @param serverDefault SQL text, or null
 * @param notNull whether it refuses null
 * @param checks in the order of their names
 */
public record Domain(
    QualifiedName name,
    SqlType<?> type,
    @Nullable String collation,
    @Nullable String serverDefault,
    boolean notNull,
    List<CheckConstraint> checks,
    @Nullable String comment)
    implements SchemaObject {
  public Domain {
    checks = List.copyOf(checks);
  }

  public Domain withServerDefault(@Nullable String value) {
    return new Domain(name, type, collation, value, notNull, checks, comment);
  }

  public Domain withChecks(List<CheckConstraint> value) {
    return new Domain(name, type, collation, serverDefault, notNull, value, comment);
  }

  @Override
  public ObjectReference reference() {
    return ObjectReference.of(ObjectKind.DOMAIN, name);
  }

  @Override
  public <R> R accept(Visitor<R> visitor) {
    return visitor.visitDomain(this);
  }
}
