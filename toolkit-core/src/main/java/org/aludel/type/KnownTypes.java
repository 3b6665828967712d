package org.aludel.type;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.aludel.type.value.BitString;
import org.jspecify.annotations.Nullable;

/** Finds types by the server's names, by the driver's names and by Java classes. */
final class KnownTypes {
  private static final String ARRAY = "[]";
  private static final String CATALOGUE = "pg_catalog.";
  private static final String INTERVAL_FIELDS = "interval ";

  /** Types of the server and its extensions whose values are text and nothing more. */
  private static final List<String> TEXTS =
      List.of(
          "\"char\"",
          "aclitem",
          "int2vector",
          "jsonpath",
          "lquery",
          "ltree",
          "ltxtquery",
          "money",
          "name",
          "oidvector",
          "pg_lsn",
          "pg_snapshot",
          "refcursor",
          "regclass",
          "regcollation",
          "regconfig",
          "regdatabase",
          "regdictionary",
          "regnamespace",
          "regoper",
          "regoperator",
          "regproc",
          "regprocedure",
          "regrole",
          "regtype",
          "tid",
          "tsquery",
          "tsvector",
          "txid_snapshot",
          "xid8",
          "xml");

  /** Types that accept no value from a client. Source: the input functions in pg_type.dat. */
  private static final List<String> REFUSED =
      List.of(
          "ghstore",
          "gtsvector",
          "ltree_gist",
          "pg_brin_bloom_summary",
          "pg_brin_minmax_multi_summary",
          "pg_dependencies",
          "pg_mcv_list",
          "pg_ndistinct",
          "pg_node_tree");

  private static final List<String> NUMBERED = List.of("xid", "cid");

  /** Types of an extension whose arrays have colons. Source: PostGIS, CREATE TYPE. */
  private static final List<String> COLONS = List.of("geometry", "geography");

  private static final Map<String, SqlType<?>> BY_NAME = byName();

  /** What drivers call types that have another name in SQL. Source: pg_type.typname; pgjdbc. */
  private static final Map<String, String> DRIVER_NAMES =
      Map.ofEntries(
          Map.entry("bool", "boolean"),
          Map.entry("int2", "smallint"),
          Map.entry("int4", "integer"),
          Map.entry("int8", "bigint"),
          Map.entry("serial", "integer"),
          Map.entry("smallserial", "smallint"),
          Map.entry("bigserial", "bigint"),
          Map.entry("float4", "real"),
          Map.entry("float8", "double precision"),
          Map.entry("bpchar", "char"),
          Map.entry("char", "\"char\""));

  private static final Map<Class<?>, SqlType<?>> BY_CLASS = byClass();

  private KnownTypes() {}

  /** The type of a DDL name, with its length and precision; null for one that is not known. */
  static @Nullable SqlType<?> named(String ddlName) {
    if (ddlName.endsWith(ARRAY)) {
      String element = ddlName.substring(0, ddlName.indexOf(ARRAY)).strip();
      return arrayOf(SqlTypes.named(element)).named(element + ARRAY);
    }
    String base = base(ddlName);
    SqlType<?> known = BY_NAME.get(base.startsWith(INTERVAL_FIELDS) ? "interval" : base);
    return known == null ? null : known.named(ddlName);
  }

  /** The names that are known, arrays apart. */
  static Set<String> names() {
    return BY_NAME.keySet();
  }

  private static String base(String ddlName) {
    int open = ddlName.indexOf('(');
    int close = ddlName.indexOf(')', open + 1);
    String bare =
        open < 0 || close < 0 ? ddlName : ddlName.substring(0, open) + ddlName.substring(close + 1);
    String lower = bare.indexOf('"') < 0 ? bare.toLowerCase(Locale.ROOT) : bare;
    return lower.startsWith(CATALOGUE) ? lower.substring(CATALOGUE.length()) : lower;
  }

  /** The type of a name as a driver tells it of a result's column; null when it is not known. */
  static @Nullable SqlType<?> ofDriver(String name) {
    if (name.startsWith("_")) {
      SqlType<?> element = ofDriver(name.substring(1));
      return element == null ? null : arrayOf(element);
    }
    return BY_NAME.get(DRIVER_NAMES.getOrDefault(name, name));
  }

  private static <L> SqlType<List<Object>> arrayOf(SqlType<L> leaf) {
    return SqlTypes.list(leaf.name() + ARRAY, new ArrayCodec<>(leaf, ArrayCodec.ANY));
  }

  /** The type that values of a class take without further notice. */
  static Optional<SqlType<?>> ofClass(Class<?> javaType) {
    return Optional.ofNullable(BY_CLASS.get(javaType));
  }

  private static Map<String, SqlType<?>> byName() {
    Map<String, SqlType<?>> types = new HashMap<>();
    Stream.of(common(), special())
        .flatMap(List::stream)
        .forEach(type -> types.put(type.name(), type));
    TEXTS.forEach(name -> types.put(name, PostgresTypes.plainText(name)));
    NUMBERED.forEach(name -> types.put(name, PostgresTypes.OID.named(name)));
    REFUSED.forEach(
        name -> types.put(name, new SqlType<>(name, String.class, new RefusedCodec(name))));
    COLONS.forEach(
        name ->
            types.put(
                name,
                new SqlType<>(
                    name,
                    String.class,
                    new TextCodec<>(Function.identity(), Function.identity(), ':'))));
    types.put("bpchar", SqlTypes.CHAR.named("bpchar"));
    return Map.copyOf(types);
  }

  private static List<SqlType<?>> common() {
    return List.of(
        SqlTypes.BOOLEAN,
        SqlTypes.SMALLINT,
        SqlTypes.INTEGER,
        SqlTypes.BIGINT,
        SqlTypes.REAL,
        SqlTypes.DOUBLE,
        SqlTypes.NUMERIC,
        SqlTypes.VARCHAR,
        SqlTypes.TEXT,
        SqlTypes.CHAR,
        SqlTypes.UUID_TYPE,
        SqlTypes.DATE,
        SqlTypes.TIME,
        SqlTypes.TIMETZ,
        SqlTypes.TIMESTAMP,
        SqlTypes.TIMESTAMPTZ,
        SqlTypes.BYTEA,
        SqlTypes.JSON,
        SqlTypes.JSONB);
  }

  private static List<SqlType<?>> special() {
    return List.of(
        PostgresTypes.INTERVAL,
        PostgresTypes.INET,
        PostgresTypes.CIDR,
        PostgresTypes.MACADDR,
        PostgresTypes.MACADDR8,
        PostgresTypes.BIT,
        PostgresTypes.VARBIT,
        PostgresTypes.POINT,
        PostgresTypes.LINE,
        PostgresTypes.LSEG,
        PostgresTypes.BOX,
        PostgresTypes.PATH,
        PostgresTypes.POLYGON,
        PostgresTypes.CIRCLE,
        PostgresTypes.CITEXT,
        PostgresTypes.HSTORE,
        PostgresTypes.INT4RANGE,
        PostgresTypes.INT8RANGE,
        PostgresTypes.NUMRANGE,
        PostgresTypes.DATERANGE,
        PostgresTypes.TSRANGE,
        PostgresTypes.TSTZRANGE,
        PostgresTypes.INT4MULTIRANGE,
        PostgresTypes.INT8MULTIRANGE,
        PostgresTypes.NUMMULTIRANGE,
        PostgresTypes.DATEMULTIRANGE,
        PostgresTypes.TSMULTIRANGE,
        PostgresTypes.TSTZMULTIRANGE,
        PostgresTypes.OID);
  }

  /** Classes that more than one type has, such as text, stand for the type named here. */
  private static Map<Class<?>, SqlType<?>> byClass() {
    Map<Class<?>, SqlType<?>> types =
        Stream.of(common(), special())
            .flatMap(List::stream)
            .filter(type -> !type.javaType().isInterface() && type.javaType() != String.class)
            .collect(
                Collectors.toMap(
                    type -> (Class<?>) type.javaType(),
                    Function.identity(),
                    (first, second) -> first,
                    HashMap::new));
    types.remove(org.aludel.type.value.Range.class);
    types.remove(org.aludel.type.value.MultiRange.class);
    types.put(String.class, SqlTypes.TEXT);
    types.put(Instant.class, JavaTypes.INSTANT);
    types.put(BitString.class, PostgresTypes.VARBIT);
    types.put(Duration.class, PostgresTypes.DURATION);
    types.put(Period.class, PostgresTypes.PERIOD);
    types.put(InetAddress.class, PostgresTypes.INET_HOST);
    types.put(Inet4Address.class, PostgresTypes.INET_HOST);
    types.put(Inet6Address.class, PostgresTypes.INET_HOST);
    return Map.copyOf(types);
  }
}
