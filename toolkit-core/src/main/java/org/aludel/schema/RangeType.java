package org.aludel.schema;

import org.aludel.type.SqlType;
import org.jspecify.annotations.Nullable;

/**
 * A range type.
 *
 * @param subtype what it is a range of
 * @param operatorClass as written in SQL, or null for the subtype's default
 * @param collation as written in SQL, or null for the subtype's own
 * @param difference the function of {@code SUBTYPE_DIFF} as written in SQL, or null
 * @param multirange the name of its multirange type, or null where the server chooses it
 */
public record RangeType(
    QualifiedName name,
    SqlType<?> subtype,
    @Nullable String operatorClass,
    @Nullable String collation,
    @Nullable String difference,
    @Nullable QualifiedName multirange,
    @Nullable String comment)
    implements SchemaObject {
  @Override
  public ObjectReference reference() {
    return ObjectReference.of(ObjectKind.RANGE_TYPE, name);
  }

  @Override
  public <R> R accept(Visitor<R> visitor) {
    return visitor.visitRange(this);
  }
}
