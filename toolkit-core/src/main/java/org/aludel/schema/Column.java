package org.aludel.schema;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
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
 * @param options how the server keeps it
 * @param inherited whether only a parent declares it; see {@link Table#parents()}
 */
public record Column(
    String name,
    SqlType<?> type,
    boolean nullable,
    @Nullable String serverDefault,
    @Nullable Identity identity,
    @Nullable Computed computed,
    @Nullable String collation,
    @Nullable String comment,
    Options options,
    boolean inherited) {

  /**
   * How the server keeps a column.
   *
   * @param storage {@code plain}, {@code main}, {@code external} or {@code extended}; null for the
   *     type's own
   * @param compression {@code pglz} or {@code lz4}; null for the server's default
   * @param statisticsTarget or null for the server's default
   * @param parameters such as {@code n_distinct}
   */
  public record Options(
      @Nullable String storage,
      @Nullable String compression,
      @Nullable Integer statisticsTarget,
      Map<String, String> parameters) {
    /** All as the server does it. */
    public static final Options DEFAULT = new Options(null, null, null, Map.of());

    public Options {
      parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
    }
  }

  /** A column that is kept as the server does it by itself, and of the table's own. */
  public Column(
      String name,
      SqlType<?> type,
      boolean nullable,
      @Nullable String serverDefault,
      @Nullable Identity identity,
      @Nullable Computed computed,
      @Nullable String collation,
      @Nullable String comment) {
    this(
        name,
        type,
        nullable,
        serverDefault,
        identity,
        computed,
        collation,
        comment,
        Options.DEFAULT,
        false);
  }

  /** A nullable column without any extras. */
  public static Column of(String name, SqlType<?> type) {
    return new Column(name, type, true, null, null, null, null, null);
  }

  /** The same column as NOT NULL. */
  public Column notNull() {
    return withNullable(false);
  }

  public Column withNullable(boolean value) {
    return new Column(
        name,
        type,
        value,
        serverDefault,
        identity,
        computed,
        collation,
        comment,
        options,
        inherited);
  }

  public Column withName(String value) {
    return new Column(
        value,
        type,
        nullable,
        serverDefault,
        identity,
        computed,
        collation,
        comment,
        options,
        inherited);
  }

  public Column withType(SqlType<?> value) {
    return new Column(
        name,
        value,
        nullable,
        serverDefault,
        identity,
        computed,
        collation,
        comment,
        options,
        inherited);
  }

  public Column withServerDefault(@Nullable String sql) {
    return new Column(
        name, type, nullable, sql, identity, computed, collation, comment, options, inherited);
  }

  public Column withIdentity(@Nullable Identity value) {
    return new Column(
        name,
        type,
        nullable,
        serverDefault,
        value,
        computed,
        collation,
        comment,
        options,
        inherited);
  }

  public Column withComputed(@Nullable Computed value) {
    return new Column(
        name,
        type,
        nullable,
        serverDefault,
        identity,
        value,
        collation,
        comment,
        options,
        inherited);
  }

  public Column withCollation(@Nullable String value) {
    return new Column(
        name,
        type,
        nullable,
        serverDefault,
        identity,
        computed,
        value,
        comment,
        options,
        inherited);
  }

  public Column withComment(@Nullable String value) {
    return new Column(
        name,
        type,
        nullable,
        serverDefault,
        identity,
        computed,
        collation,
        value,
        options,
        inherited);
  }

  public Column withOptions(Options value) {
    return new Column(
        name,
        type,
        nullable,
        serverDefault,
        identity,
        computed,
        collation,
        comment,
        value,
        inherited);
  }

  public Column withInherited(boolean value) {
    return new Column(
        name,
        type,
        nullable,
        serverDefault,
        identity,
        computed,
        collation,
        comment,
        options,
        value);
  }
}
