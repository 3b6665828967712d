package org.aludel.compile;

import java.util.List;
import org.aludel.schema.translation.SchemaTranslation;
import org.aludel.type.SqlType;
import org.jspecify.annotations.Nullable;

/**
 * A statement as it is sent, without values: kept and used again for every statement of the same
 * structure. Immutable.
 *
 * @param sql with a {@code ?} for each slot
 * @param slots the bind parameters in order of the question marks
 * @param resultTypes the types of the result's columns in order; empty when there is no result or
 *     the database alone knows it
 * @param dependsOnValues whether the text depends on the values, as an expanded IN list does; then
 *     it is not kept
 * @param requirement what older servers do not have, or null
 * @param products the sources that nothing connects, a description for each query that has some
 * @param qualifiers where schemas stand, or would stand, in ascending order
 */
public record CompiledStatement(
    String sql,
    List<Slot> slots,
    List<SqlType<?>> resultTypes,
    boolean dependsOnValues,
    @Nullable Requirement requirement,
    List<String> products,
    List<Qualifier> qualifiers) {
  /**
   * Where the schema of a name stands in the text.
   *
   * @param start 0-based index of its first character
   * @param end index behind its dot; the same as the start where the name has no schema
   */
  public record Qualifier(int start, int end, @Nullable String schema) {}

  /** Something that servers have from a major version on. */
  public record Requirement(String what, int majorVersion) {}

  public CompiledStatement {
    slots = List.copyOf(slots);
    resultTypes = List.copyOf(resultTypes);
    products = List.copyOf(products);
    qualifiers = List.copyOf(qualifiers);
  }

  /**
   * The text for other schemas.
   *
   * @param quoter of the database that it was compiled for
   */
  public String sql(SchemaTranslation schemas, IdentifierQuoter quoter) {
    if (schemas.isNone() || qualifiers.isEmpty()) {
      return sql;
    }
    StringBuilder text = new StringBuilder(sql.length() + 16 * qualifiers.size());
    int copied = 0;
    for (Qualifier qualifier : qualifiers) {
      text.append(sql, copied, qualifier.start());
      String schema = schemas.apply(qualifier.schema());
      if (schema != null) {
        text.append(quoter.quote(schema)).append('.');
      }
      copied = qualifier.end();
    }
    return text.append(sql, copied, sql.length()).toString();
  }

  /**
   * Where a bind parameter's value comes from.
   *
   * @param ordinal 0-based index among the statement's bind nodes
   * @param element 0-based index into the list that the bind holds, or -1 for the value itself
   * @param type how it crosses JDBC
   */
  public record Slot(int ordinal, int element, SqlType<?> type) {}
}
