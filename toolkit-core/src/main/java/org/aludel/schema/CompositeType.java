package org.aludel.schema;

import java.util.List;
import org.aludel.type.SqlType;
import org.jspecify.annotations.Nullable;

/** A composite type that is no table; attributes in their order. */
public record CompositeType(
    QualifiedName name, List<Attribute> attributes, @Nullable String comment)
    implements SchemaObject {
  public CompositeType {
    attributes = List.copyOf(attributes);
  }

  /** One attribute; {@code collation} as written in SQL, or null for the type's own. */
  public record Attribute(
      String name, SqlType<?> type, @Nullable String collation, @Nullable String comment) {}

  @Override
  public ObjectReference reference() {
    return ObjectReference.of(ObjectKind.COMPOSITE_TYPE, name);
  }

  @Override
  public <R> R accept(Visitor<R> visitor) {
    return visitor.visitComposite(this);
  }
}
