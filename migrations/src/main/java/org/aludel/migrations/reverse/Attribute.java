package org.aludel.migrations.reverse;

import java.util.List;
import org.aludel.schema.Column;
import org.aludel.schema.EnumType;
import org.aludel.schema.ForeignKey;
import org.aludel.schema.Sequence;
import org.jspecify.annotations.Nullable;

/**
 * A column as an attribute.
 *
 * @param column what the attribute says of it
 * @param type its class; for a reference that of the target
 * @param facts what it is besides a value
 */
record Attribute(String name, Column column, JavaType type, Facts facts) {
  /**
   * @param id whether it is the primary key
   * @param serverMade whether the server alone gives it values, by means that no annotation says
   * @param sequence the sequence of its values, or null
   * @param reference the foreign key of a reference, or null
   * @param enumType the type whose labels are its constants, or null
   */
  record Facts(
      boolean id,
      boolean serverMade,
      @Nullable Sequence sequence,
      @Nullable ForeignKey reference,
      @Nullable EnumType enumType) {}

  /** Whether it holds a primitive: then nobody can leave it out. */
  boolean primitive() {
    return type.primitive() != null
        && !column.nullable()
        && !facts.id()
        && !facts.serverMade()
        && column.serverDefault() == null
        && column.computed() == null;
  }

  String javaType() {
    String primitive = type.primitive();
    return primitive != null && primitive() ? primitive : type.text();
  }

  List<String> imports() {
    String imported = type.imported();
    return imported == null ? List.of() : List.of(imported);
  }
}
