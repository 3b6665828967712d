package org.aludel.schema;

import org.aludel.type.SqlType;
import org.jspecify.annotations.Nullable;

/**
 * A column of a table.
 *
 * @param name exact, unquoted
 * @param nullable false for NOT NULL
 * @param serverDefault SQL text of the default, or null
 * @param identity or null; excludes a default
 * @param computed or null; excludes a default and an identity
 * @param collation as written in SQL, or null for the type's own
 * @param comment or null
 */
public record Column(
    String name,
    SqlType<?> type,
    boolean nullable,
    @Nullable String serverDefault,
    @Nullable Identity identity,
    @Nullable Computed computed,
    @Nullable String collation,
    @Nullable String comment) {

  /** A nullable column without any extras. */
  public static Column of(String name, SqlType<?> type) {
    return new Column(name, type, true, null, null, null, null, null);
  }

  /** The same column as NOT NULL. */
  public Column notNull() {
    return withNullable(false);
  }

  public Column withNullable(boolean value) {
    return new Column(name, type, value, serverDefault, identity, computed, collation, comment);
  }

  public Column withName(String value) {
    return new Column(value, type, nullable, serverDefault, identity, computed, collation, comment);
  }

  public Column withType(SqlType<?> value) {
    return new Column(name, value, nullable, serverDefault, identity, computed, collation, comment);
  }

  public Column withServerDefault(@Nullable String sql) {
    return new Column(name, type, nullable, sql, identity, computed, collation, comment);
  }

  public Column withIdentity(@Nullable Identity value) {
    return new Column(name, type, nullable, serverDefault, value, computed, collation, comment);
  }

  public Column withComputed(@Nullable Computed value) {
    return new Column(name, type, nullable, serverDefault, identity, value, collation, comment);
  }

  public Column withCollation(@Nullable String value) {
    return new Column(name, type, nullable, serverDefault, identity, computed, value, comment);
  }

  public Column withComment(@Nullable String value) {
    return new Column(name, type, nullable, serverDefault, identity, computed, collation, value);
  }
}
