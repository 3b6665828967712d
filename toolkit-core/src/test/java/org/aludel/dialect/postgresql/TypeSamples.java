package org.aludel.dialect.postgresql;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Edge values of every type of a server, as the text that it reads. */
final class TypeSamples {
  /** Digits before and after the point that numeric holds at most. Source: PostgreSQL 18 §8.1.2. */
  private static final String LONGEST = "9".repeat(131_072) + "." + "1".repeat(16_383);

  /** A clef and a face are beyond the basic plane; the rest is what quoting may trip over. */
  private static final String TEXT = "𝄞 😀 ünï 'q' \"d\" \\b {a,b} (c;d) NULL \t\n$1 ? :x --/*";

  private static final Map<String, List<String>> BASE =
      Map.ofEntries(
          Map.entry("boolean", List.of("t", "f")),
          Map.entry("smallint", List.of("-32768", "0", "32767")),
          Map.entry("integer", List.of("-2147483648", "2147483647")),
          Map.entry("bigint", List.of("-9223372036854775808", "9223372036854775807")),
          Map.entry("real", List.of("NaN", "Infinity", "-Infinity", "-0", "1e-45", "3.4028235e38")),
          Map.entry(
              "double precision",
              List.of("NaN", "Infinity", "-Infinity", "-0", "5e-324", "1.7976931348623157e308")),
          Map.entry("numeric", List.of("0", "-1.500", "1e1000", "1e-1000", "10000", LONGEST)),
          Map.entry("money", List.of("-$92,233,720,368,547,758.08", "$0.01")),
          Map.entry("text", List.of("", TEXT, "NULL", " padded ")),
          Map.entry("varchar", List.of("", TEXT)),
          Map.entry("char(1)", List.of("𝄞", "'", "\\", " ")),
          Map.entry("bpchar", List.of("", TEXT)),
          Map.entry("name", List.of("", "ünï \"q\"")),
          Map.entry("\"char\"", List.of("", "a", "'", "\\")),
          Map.entry("citext", List.of("", TEXT)),
          Map.entry("bytea", List.of("\\x", "\\x00ff5c27")),
          Map.entry("uuid", List.of("00000000-0000-0000-0000-000000000000", "f".repeat(32))),
          Map.entry(
              "json", List.of("null", "{\"b\": 1,  \"a\": [null, \"😀\\\\\"]}", "\"\"", "1.0")),
          Map.entry("jsonb", List.of("null", "{\"b\": 1,  \"a\": [null, \"😀\\\\\"]}", "\"\"")),
          Map.entry("jsonpath", List.of("$.\"a\"[*] ? (@ > 1)")),
          Map.entry("xml", List.of("<a b=\"1\">&lt;'</a>", "x<!-- -->y")),
          Map.entry(
              "date",
              List.of(
                  "4713-01-01 BC",
                  "0001-12-31 BC",
                  "0001-01-01",
                  "1582-10-04",
                  "9999-12-31",
                  "10000-01-01",
                  "5874897-12-31",
                  "infinity",
                  "-infinity")),
          Map.entry("time", List.of("00:00", "23:59:59.999999", "24:00", "12:00:00.000001")),
          Map.entry(
              "timetz",
              List.of("00:00+00", "24:00-05:30", "23:59:59.999999+15:59:59", "01:02:03.4-15:59")),
          Map.entry(
              "timestamp",
              List.of(
                  "4713-01-01 00:00 BC",
                  "0044-03-15 12:00 BC",
                  "1582-10-10 00:00:00.000001",
                  "2026-03-29 02:30",
                  "9999-12-31 23:59:59.999999",
                  "294276-12-31 23:59:59.999999",
                  "infinity",
                  "-infinity")),
          Map.entry(
              "timestamptz",
              List.of(
                  "4713-01-02 00:00+00 BC",
                  "0044-03-15 12:00+00 BC",
                  "1883-11-18 12:00-05",
                  "2026-03-29 02:30:00.5+05:30",
                  "294276-12-31 23:59:59.999999+00",
                  "infinity",
                  "-infinity")),
          Map.entry(
              "interval",
              List.of(
                  "0",
                  "1 year 2 mons -3 days 04:05:06.789",
                  "-1 mon +1 us",
                  "178000000 years",
                  "2147483647 days -2562047788:00:54.775807",
                  "1 day ago",
                  "-00:00:00.000001")),
          Map.entry(
              "inet",
              List.of(
                  "10.0.0.1",
                  "10.1.2.3/8",
                  "0.0.0.0/0",
                  "::1",
                  "2001:db8::1/64",
                  "::ffff:1.2.3.4",
                  "::1.2.3.4",
                  "::/0")),
          Map.entry("cidr", List.of("10.0.0.0/8", "2001:db8::/32", "1.2.3.4/32", "::/0")),
          Map.entry("macaddr", List.of("08:00:2b:01:02:03", "ff:ff:ff:ff:ff:ff")),
          Map.entry("macaddr8", List.of("08:00:2b:01:02:03:04:05")),
          Map.entry("bit(1)", List.of("0", "1")),
          Map.entry("varbit", List.of("", "0", "0010110", "1".repeat(1000))),
          Map.entry("point", List.of("(0,-0)", "(1.5,-2e300)", "(NaN,Infinity)")),
          Map.entry("line", List.of("{1,-2,3.5}")),
          Map.entry("lseg", List.of("[(0,0),(1,-1)]")),
          Map.entry("box", List.of("(1,2),(-3,-4)", "(0,0),(0,0)")),
          Map.entry("path", List.of("((0,0),(1,1))", "[(0,0),(1,1),(2,-5)]")),
          Map.entry("polygon", List.of("((0,0),(1,1),(2,0))", "((1,1))")),
          Map.entry("circle", List.of("<(1,2),3.5>", "<(0,0),0>")),
          Map.entry("tsvector", List.of("", "'a':1A 'it''s':2 'b\\\\c'")),
          Map.entry("tsquery", List.of("", "'a' & !'it''s' | 'b':*", "'a' <-> 'b'")),
          Map.entry("hstore", List.of("", "a=>1,b=>NULL,\"c \\\"d\"=>\"\", \"\"=>\"x\\\\,=>\"")),
          Map.entry("ltree", List.of("", "Top.Science.a_b")),
          Map.entry("lquery", List.of("Top.*{1,2}.!a|b@")),
          Map.entry("ltxtquery", List.of("Top & !a@")),
          Map.entry("oid", List.of("0", "4294967295")),
          Map.entry("xid", List.of("3", "4294967295")),
          Map.entry("cid", List.of("0", "4294967295")),
          Map.entry("xid8", List.of("0", "18446744073709551615")),
          Map.entry("tid", List.of("(0,1)", "(4294967295,65535)")),
          Map.entry("pg_lsn", List.of("0/0", "FFFFFFFF/FFFFFFFF")),
          Map.entry("txid_snapshot", List.of("10:20:10,14,15")),
          Map.entry("pg_snapshot", List.of("10:20:10,14,15")),
          Map.entry("refcursor", List.of("<unnamed portal 1>")),
          Map.entry("aclitem", List.of("=r/" + "postgres")),
          Map.entry("int2vector", List.of("", "1 -2 3")),
          Map.entry("oidvector", List.of("", "1 4294967295")),
          Map.entry("regclass", List.of("pg_class")),
          Map.entry("regtype", List.of("integer", "timestamp with time zone")),
          Map.entry("regproc", List.of("now")),
          Map.entry("regprocedure", List.of("abs(integer)")),
          Map.entry("regoper", List.of("||/")),
          Map.entry("regoperator", List.of("+(integer,integer)")),
          Map.entry("regrole", List.of("postgres")),
          Map.entry("regnamespace", List.of("pg_catalog")),
          Map.entry("regdatabase", List.of("template1")),
          Map.entry("regconfig", List.of("english")),
          Map.entry("regdictionary", List.of("simple")),
          Map.entry("regcollation", List.of("\"C\"")),
          Map.entry("cube", List.of("(1, 2),(3, 4)")),
          Map.entry("int4range", List.of("empty", "(,)", "[1,5)", "[,5)", "[-2147483648,)")),
          Map.entry("int8range", List.of("empty", "(,)", "[1,9223372036854775807)")),
          Map.entry("numrange", List.of("empty", "(,)", "[1.50,2.5]", "(1,)")),
          Map.entry("daterange", List.of("empty", "[0044-03-15 BC,10000-01-01)", "[,infinity)")),
          Map.entry("tsrange", List.of("empty", "(,)", "[2026-01-01 00:00,infinity]")),
          Map.entry("tstzrange", List.of("empty", "(-infinity,2026-01-01 00:00:00.5+02]")),
          Map.entry(
              "textrange", List.of("empty", "[\"a \"\"q\"\",\\\\ (\",\"z\\\\\"]", "(,\"\"]")));

  private TypeSamples() {}

  /** The samples of a type by its canonical name; empty when nobody thought of it. */
  static List<String> of(String type) {
    if (type.endsWith("multirange")) {
      List<String> ranges = of(type.replace("multirange", "range"));
      List<String> samples = new ArrayList<>(List.of("{}"));
      ranges.forEach(range -> samples.add("{" + range + "}"));
      return samples;
    }
    return BASE.getOrDefault(type, List.of());
  }
}
