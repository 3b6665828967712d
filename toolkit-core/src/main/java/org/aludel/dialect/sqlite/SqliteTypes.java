package org.aludel.dialect.sqlite;

import java.util.Locale;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.aludel.error.MappingException;
import org.aludel.error.Problem;
import org.aludel.error.TypeCode;
import org.aludel.type.SqlType;
import org.aludel.type.SqlTypes;
import org.aludel.type.ValueCodec;

/**
 * How values are kept in a database that knows whole numbers, binary numbers, text and bytes. The
 * declared name says what the column prefers, so names are chosen by that too. Source: SQLite,
 * datatypes, determination of column affinity.
 */
final class SqliteTypes {
  private static final UnaryOperator<String> AS_IT_IS = UnaryOperator.identity();
  private static final Set<String> WHOLE =
      Set.of("smallint", "integer", "bigint", "int", "tinyint", "mediumint", "int2", "int8");

  /** A column of such a name keeps text that looks like a number as a number. */
  private static final Set<String> PREFERS_NUMBERS = Set.of("json", "jsonb", "xml", "interval");

  private static final SqlType<Object> ANY =
      new SqlType<>("any", Object.class, new SqliteValueCodec());

  private SqliteTypes() {}

  /**
   * The type that stands for another.
   *
   * @throws MappingException REFUSED_TYPE for what SQLite has no place for, such as arrays
   */
  static <J> SqlType<J> of(SqlType<J> type) {
    SqlType<J> meant = type.on(SqliteDialect.NAME);
    ValueCodec<J> codec = codec(meant, type.rules().variants().containsKey(SqliteDialect.NAME));
    String name = name(meant);
    return codec.equals(meant.codec()) && name.equals(meant.name())
        ? meant
        : new SqlType<>(name, meant.javaType(), codec, meant.rules());
  }

  private static <J> ValueCodec<J> codec(SqlType<J> type, boolean chosen) {
    ValueCodec<J> codec = type.codec();
    if (codec instanceof SqliteTextCodec || codec instanceof SqliteDecimalCodec) {
      return codec;
    }
    return switch (base(type)) {
      case "smallint",
          "integer",
          "bigint",
          "int",
          "tinyint",
          "mediumint",
          "int2",
          "int8",
          "boolean",
          "real",
          "float",
          "double",
          "double precision",
          "bytea",
          "blob" ->
          codec;
      case "numeric", "decimal" -> new SqliteDecimalCodec<>(codec, scale(type.name()));
      case "time" -> new SqliteTextCodec<>(codec, SqliteTime::time, AS_IT_IS);
      case "timestamp", "datetime" ->
          new SqliteTextCodec<>(codec, SqliteTime::timestamp, SqliteTime::readTimestamp);
      case "timestamptz" ->
          new SqliteTextCodec<>(codec, SqliteTime::instant, SqliteTime::readInstant);
      case "varchar",
          "text",
          "char",
          "clob",
          "uuid",
          "date",
          "timetz",
          "interval",
          "json",
          "jsonb",
          "xml",
          "citext" ->
          new SqliteTextCodec<>(codec, AS_IT_IS, AS_IT_IS);
      default -> other(type, chosen);
    };
  }

  /** What the server of another database would name by itself is as it is kept. */
  private static <J> ValueCodec<J> other(SqlType<J> type, boolean chosen) {
    if (type.javaType() == Object.class) {
      @SuppressWarnings("unchecked") // J is Object
      ValueCodec<J> any = (ValueCodec<J>) ANY.codec();
      return any;
    }
    if (chosen) {
      return type.codec();
    }
    throw new MappingException(
        Problem.of(TypeCode.REFUSED_TYPE, "cannot keep type \"" + type.name() + "\" in SQLite")
            .found("a type of " + type.javaType().getName() + " that SQLite does not know")
            .expected("numbers, texts, bytes, times, uuid, boolean or JSON")
            .fix("say what stands for it: type.withVariant(\"sqlite\", SqlTypes.TEXT.as(…))"));
  }

  private static String name(SqlType<?> type) {
    String base = base(type);
    if (PREFERS_NUMBERS.contains(base)) {
      return "text";
    }
    return base.equals("bytea") ? "blob" : type.name();
  }

  /**
   * The name of a type in CAST, where a name that prefers numbers would cut a time down to its
   * year.
   */
  static String castName(SqlType<?> type) {
    return of(type).codec() instanceof SqliteTextCodec ? "text" : of(type).name();
  }

  /** Whether the column of a table can be its row number, which SQLite counts by itself. */
  static boolean isWhole(SqlType<?> type) {
    return WHOLE.contains(base(type));
  }

  /** The type of a declared name; what is not known is as it is kept. */
  static SqlType<?> declared(String name) {
    String lower = name.strip().toLowerCase(Locale.ROOT);
    SqlType<?> alias =
        switch (base(lower)) {
          case "int", "tinyint", "mediumint", "int2" -> SqlTypes.INTEGER;
          case "int8" -> SqlTypes.BIGINT;
          case "datetime" -> SqlTypes.TIMESTAMP;
          case "decimal" -> SqlTypes.NUMERIC;
          case "clob" -> SqlTypes.TEXT;
          case "float", "double" -> SqlTypes.DOUBLE;
          case "blob" -> SqlTypes.BYTEA;
          case "" -> ANY;
          default -> SqlTypes.named(lower);
        };
    return alias.named(lower.isEmpty() ? "any" : lower);
  }

  /** The type of a result's column; numbers and texts are as they are kept. */
  static SqlType<?> ofResult(String driverName) {
    return switch (base(driverName.toLowerCase(Locale.ROOT))) {
      case "boolean", "uuid", "date", "time", "timestamp", "timestamptz", "datetime" ->
          of(declared(driverName));
      default -> ANY;
    };
  }

  private static String base(SqlType<?> type) {
    return base(type.baseName().toLowerCase(Locale.ROOT));
  }

  private static String base(String name) {
    int open = name.indexOf('(');
    return (open < 0 ? name : name.substring(0, open)).strip();
  }

  private static int scale(String name) {
    int comma = name.indexOf(',');
    return comma < 0 ? -1 : Integer.parseInt(name.substring(comma + 1, name.length() - 1).strip());
  }
}
