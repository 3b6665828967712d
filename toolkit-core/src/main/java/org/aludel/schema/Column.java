package org.aludel.schema;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.aludel.error.Problem;
import org.aludel.error.SchemaCode;
import org.aludel.error.SchemaException;
import org.aludel.error.TypeCode;
import org.aludel.sql.ClientDefault;
import org.aludel.sql.Expression;
import org.aludel.sql.RowValues;
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
 * @param clientDefault what statements of this program give it where they leave it out; no part of
 *     what the database holds
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
    ClientDefault clientDefault) {

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
        ClientDefault.NONE);
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
        clientDefault);
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
        clientDefault);
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
        clientDefault);
  }

  public Column withServerDefault(@Nullable String sql) {
    return new Column(
        name,
        type,
        nullable,
        sql,
        identity,
        computed,
        collation,
        comment,
        options,
        inherited,
        clientDefault);
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
        clientDefault);
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
        clientDefault);
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
        clientDefault);
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
        clientDefault);
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
        clientDefault);
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
        clientDefault);
  }

  /** The same, where an INSERT that leaves it out takes a value, or SQL. */
  public Column withDefault(Object value) {
    return withClientDefault(clientDefault.withInsertValue(fitting(value)));
  }

  /** The same, where each row of an INSERT that leaves it out gets a value of its own. */
  public Column withDefault(Supplier<? extends @Nullable Object> maker) {
    return withClientDefault(clientDefault.withInsert(row -> maker.get()));
  }

  /** As {@link #withDefault(Supplier)}, made from what the statement says of other columns. */
  public Column withDefault(Function<RowValues, ? extends @Nullable Object> maker) {
    return withClientDefault(clientDefault.withInsert(maker));
  }

  /** The same, where an UPDATE that does not set it sets it to a value, or SQL. */
  public Column withOnUpdate(Object value) {
    return withClientDefault(clientDefault.withUpdateValue(fitting(value)));
  }

  /** The same, where each UPDATE that does not set it sets it to a value made for it. */
  public Column withOnUpdate(Supplier<? extends @Nullable Object> maker) {
    return withClientDefault(clientDefault.withUpdate(row -> maker.get()));
  }

  /** As {@link #withOnUpdate(Supplier)}, made from what the statement sets. */
  public Column withOnUpdate(Function<RowValues, ? extends @Nullable Object> maker) {
    return withClientDefault(clientDefault.withUpdate(maker));
  }

  private Object fitting(Object value) {
    if (value instanceof Expression<?> || type.javaType().isInstance(value)) {
      return value;
    }
    throw new SchemaException(
        Problem.of(TypeCode.WRONG_VALUE, "cannot give column \"" + name + "\" a default")
            .found("a value of class " + value.getClass().getName())
            .expected(type.javaType().getName() + ", for type " + type + ", or SQL"));
  }

  private Column withClientDefault(ClientDefault value) {
    if (computed != null) {
      throw new SchemaException(
          Problem.of(SchemaCode.INVALID_OBJECT, "cannot give column \"" + name + "\" a default")
              .found("GENERATED ALWAYS AS (" + computed.expression() + ")")
              .expected("a column that statements may set"));
    }
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
}
