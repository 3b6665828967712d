package org.aludel.schema;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.aludel.error.Problem;
import org.aludel.error.SchemaCode;
import org.aludel.error.SchemaException;
import org.aludel.error.TypeCode;
import org.aludel.sql.ClientValue;
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
 * @param client what clients give it; no part of the schema, so that columns are equal without it
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
    boolean inherited,
    Client client) {

  /**
   * What clients give the column; see {@link ClientValue}.
   *
   * @param onInsert or null
   * @param onUpdate or null
   */
  public record Client(@Nullable ClientValue onInsert, @Nullable ClientValue onUpdate) {
    /** Nothing. */
    public static final Client NONE = new Client(null, null);
  }

  public Column {
    if (computed != null && !client.equals(Client.NONE)) {
      throw new SchemaException(
          Problem.of(SchemaCode.INVALID_OBJECT, "cannot give column \"" + name + "\" a value")
              .found("GENERATED ALWAYS AS (" + computed.expression() + ")")
              .expected("a column that statements may set"));
    }
    requireClass(name, type, client.onInsert);
    requireClass(name, type, client.onUpdate);
  }

  private static void requireClass(String name, SqlType<?> type, @Nullable ClientValue value) {
    if (value instanceof ClientValue.Constant constant
        && !type.javaType().isInstance(constant.value())) {
      throw new SchemaException(
          Problem.of(TypeCode.WRONG_VALUE, "cannot give column \"" + name + "\" a value")
              .found("a value of class " + constant.value().getClass().getName())
              .expected(type.javaType().getName() + ", for type " + type));
    }
  }

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
        false,
        Client.NONE);
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
        inherited,
        client);
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
        inherited,
        client);
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
        inherited,
        client);
  }

  public Column withServerDefault(@Nullable String sql) {
    return new Column(
        name, type, nullable, sql, identity, computed, collation, comment, options, inherited,
        client);
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
        inherited,
        client);
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
        inherited,
        client);
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
        inherited,
        client);
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
        inherited,
        client);
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
        inherited,
        client);
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
        value,
        client);
  }

  /**
   * The value of rows whose INSERT leaves the column out; an explicit NULL is a value. It is asked
   * once for each row, once in all for INSERT … SELECT. See {@link ClientValue}.
   */
  public Column withDefault(@Nullable ClientValue value) {
    return withClient(new Client(value, client.onUpdate));
  }

  /**
   * The value that an UPDATE sets which leaves the column out, asked once a statement. ON CONFLICT
   * DO UPDATE sets what it says and no more, as in SQLAlchemy.
   */
  public Column withOnUpdate(@Nullable ClientValue value) {
    return withClient(new Client(client.onInsert, value));
  }

  private Column withClient(Client value) {
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
        inherited,
        value);
  }

  /** Whether two columns are the same in a database; what clients give them does not count. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Column column && declared().equals(column.declared());
  }

  @Override
  public int hashCode() {
    return declared().hashCode();
  }

  private List<@Nullable Object> declared() {
    return Arrays.asList(
        name,
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
}
