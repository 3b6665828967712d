package org.aludel.orm.mapping;

import java.util.List;
import org.aludel.schema.ConstraintName;
import org.aludel.schema.NamingConvention;
import org.aludel.schema.QualifiedName;
import org.jspecify.annotations.Nullable;

/** The names of one table's constraints: what the user wrote, else what the convention gives. */
final class ConstraintNames {
  private final NamingConvention convention;
  private final QualifiedName table;

  ConstraintNames(NamingConvention convention, QualifiedName table) {
    this.convention = convention;
    this.table = table;
  }

  ConstraintName primaryKey(List<String> columns) {
    return convention.primaryKey(table, columns);
  }

  ConstraintName unique(@Nullable String given, List<String> columns) {
    return given == null ? convention.unique(table, columns) : given(given);
  }

  ConstraintName foreignKey(@Nullable String given, List<String> columns, QualifiedName target) {
    return given == null ? convention.foreignKey(table, columns, target) : given(given);
  }

  /** Keys are columns, and for expressions their text. */
  ConstraintName index(@Nullable String given, List<String> keys) {
    List<String> labels = keys.stream().map(NamingConvention::label).toList();
    return given == null ? convention.index(table, labels) : given(given);
  }

  /** A check of one column, or of the table when there is none. */
  ConstraintName check(@Nullable String given, @Nullable String column, String expression) {
    if (given != null) {
      return given(given);
    }
    return convention.check(table, column == null ? NamingConvention.hash(expression) : column);
  }

  private static ConstraintName given(String name) {
    return ConstraintName.given(Delimited.exact(name));
  }
}
