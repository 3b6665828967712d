package org.aludel.orm.mapping;

import java.util.List;
import org.aludel.schema.ConstraintName;
import org.aludel.schema.QualifiedName;
import org.jspecify.annotations.Nullable;

/**
 * The names of constraints: the one that the user wrote, else the one that the convention gives.
 */
final class ConstraintNames {
  private final QualifiedName table;

  ConstraintNames(QualifiedName table) {
    this.table = table;
  }

  ConstraintName primaryKey(List<String> columns) {
    return conventional("pk_" + table.name());
  }

  ConstraintName unique(@Nullable String given, List<String> columns) {
    return name(given, "uq_" + table.name() + "_" + String.join("_", columns));
  }

  ConstraintName foreignKey(@Nullable String given, List<String> columns) {
    return name(given, "fk_" + table.name() + "_" + String.join("_", columns));
  }

  ConstraintName index(@Nullable String given, List<String> parts) {
    return name(given, "ix_" + table.name() + "_" + String.join("_", parts));
  }

  ConstraintName check(@Nullable String given, String expression) {
    return name(given, "ck_" + table.name() + "_" + Integer.toHexString(expression.hashCode()));
  }

  private static ConstraintName name(@Nullable String given, String convention) {
    return given == null ? conventional(convention) : ConstraintName.given(given);
  }

  private static ConstraintName conventional(String text) {
    return ConstraintName.conventional(text);
  }
}
