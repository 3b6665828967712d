package org.aludel.migrations.leftover;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a statement of a step outside a transaction is, as far as it matters for running it again.
 * Text that is not recognised is of the kind that only its own words can tell.
 *
 * @param object what it makes, drops or rebuilds, as written, with the schema of its table where it
 *     has none; null where that does not matter
 * @param table the table that it works on, as written, or null
 */
public record LoneStatement(Kind kind, @Nullable String object, @Nullable String table) {
  /** What is known of running one again. */
  public enum Kind {
    CREATE_INDEX_CONCURRENTLY("42P07"),
    DROP_INDEX_CONCURRENTLY("42704"),
    REINDEX_CONCURRENTLY(""),
    ADD_ENUM_VALUE("42710"),
    DETACH_CONCURRENTLY("42P01"),
    ATTACH_PARTITION("42809"),
    OTHER_CREATE("42P07 42710 42P04 42P06 42723"),
    OTHER_ALTER("42710 42701"),
    OTHER_DROP("42P01 42704 3D000 3F000 42883"),
    OTHER("");

    /** SQLSTATEs with blanks between. */
    private final String done;

    Kind(String done) {
      this.done = done;
    }

    /**
     * Whether the server says by this that it was done before. Source: PostgreSQL 18, appendix A.
     */
    public boolean doneBefore(@Nullable String sqlState) {
      return sqlState != null && List.of(done.split(" ")).contains(sqlState);
    }
  }

  private static final String PART = "(?:\"(?:[^\"]|\"\")+\"|[^\\s\"(.;]+)";
  private static final String NAME = "(" + PART + "(?:\\." + PART + ")?)";

  private static final Pattern CREATE_INDEX =
      pattern(
          "CREATE\\s+(?:UNIQUE\\s+)?INDEX\\s+CONCURRENTLY\\s+(?:IF\\s+NOT\\s+EXISTS\\s+)?"
              + NAME
              + "\\s+ON\\s+(?:ONLY\\s+)?"
              + NAME
              + ".*");
  private static final Pattern DROP_INDEX =
      pattern("DROP\\s+INDEX\\s+CONCURRENTLY\\s+(?:IF\\s+EXISTS\\s+)?" + NAME + ".*");
  private static final Pattern REINDEX =
      pattern("REINDEX\\s+(?:\\([^)]*\\)\\s*)?(INDEX|TABLE)\\s+CONCURRENTLY\\s+" + NAME + ".*");
  private static final Pattern ADD_VALUE =
      pattern("ALTER\\s+TYPE\\s+" + NAME + "\\s+ADD\\s+VALUE\\s.*");
  private static final Pattern DETACH =
      pattern(
          "ALTER\\s+TABLE\\s+(?:IF\\s+EXISTS\\s+)?"
              + NAME
              + "\\s+DETACH\\s+PARTITION\\s+"
              + NAME
              + "\\s+CONCURRENTLY.*");
  private static final Pattern ATTACH =
      pattern(
          "ALTER\\s+TABLE\\s+(?:IF\\s+EXISTS\\s+)?"
              + NAME
              + "\\s+ATTACH\\s+PARTITION\\s+"
              + NAME
              + ".*");

  /** What may share a transaction, whatever it says behind these words. */
  private static final Pattern TRANSACTIONAL =
      pattern(
          "(?:(?:CREATE|ALTER|DROP)\\s+(?!DATABASE|TABLESPACE|SUBSCRIPTION|SYSTEM)|COMMENT\\s"
              + "|GRANT\\s|REVOKE\\s|INSERT\\s|UPDATE\\s|DELETE\\s|DO\\s).*");

  private static final Pattern CONTROLLED = pattern(".*\\b(?:CONCURRENTLY|COMMIT|ROLLBACK)\\b.*");
  private static final Pattern COMMENTS =
      Pattern.compile("\\A(?:\\s+|--[^\\n]*(?:\\n|\\z)|/\\*.*?\\*/)+", Pattern.DOTALL);

  private static Pattern pattern(String text) {
    return Pattern.compile(text, Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
  }

  /** What a statement is. */
  public static LoneStatement of(String sql) {
    String text = bare(sql);
    Matcher index = CREATE_INDEX.matcher(text);
    if (index.matches()) {
      String name = withSchemaOf(index.group(1), index.group(2));
      return new LoneStatement(Kind.CREATE_INDEX_CONCURRENTLY, name, index.group(2));
    }
    Matcher drop = DROP_INDEX.matcher(text);
    if (drop.matches()) {
      return new LoneStatement(Kind.DROP_INDEX_CONCURRENTLY, drop.group(1), null);
    }
    Matcher again = REINDEX.matcher(text);
    if (again.matches()) {
      boolean table = again.group(1).equalsIgnoreCase("TABLE");
      return new LoneStatement(
          Kind.REINDEX_CONCURRENTLY, table ? null : again.group(2), table ? again.group(2) : null);
    }
    return partitionOrOther(text);
  }

  private static LoneStatement partitionOrOther(String text) {
    Matcher detach = DETACH.matcher(text);
    if (detach.matches()) {
      return new LoneStatement(Kind.DETACH_CONCURRENTLY, detach.group(2), detach.group(1));
    }
    Matcher attach = ATTACH.matcher(text);
    if (attach.matches()) {
      return new LoneStatement(Kind.ATTACH_PARTITION, attach.group(2), attach.group(1));
    }
    Matcher value = ADD_VALUE.matcher(text);
    if (value.matches()) {
      return new LoneStatement(Kind.ADD_ENUM_VALUE, value.group(1), null);
    }
    return new LoneStatement(other(text), null, null);
  }

  private static Kind other(String text) {
    return switch (text.split("\\s", 2)[0].toUpperCase(Locale.ROOT)) {
      case "CREATE" -> Kind.OTHER_CREATE;
      case "ALTER" -> Kind.OTHER_ALTER;
      case "DROP" -> Kind.OTHER_DROP;
      default -> Kind.OTHER;
    };
  }

  /**
   * Whether a statement is known to run in a transaction as it does outside one. A new label of an
   * enum does, though nothing can use it before the end. Source: PostgreSQL 18, ALTER TYPE, notes.
   */
  public static boolean transactional(String sql) {
    String text = bare(sql);
    return TRANSACTIONAL.matcher(text).matches() && !CONTROLLED.matcher(text).matches();
  }

  private static String bare(String sql) {
    return COMMENTS.matcher(sql).replaceFirst("");
  }

  private static String withSchemaOf(String name, String table) {
    int dot = dot(table);
    return dot(name) >= 0 || dot < 0 ? name : table.substring(0, dot + 1) + name;
  }

  /** The dot between schema and name, -1 without one. */
  private static int dot(String name) {
    boolean quoted = false;
    for (int i = 0; i < name.length(); i++) {
      quoted ^= name.charAt(i) == '"';
      if (name.charAt(i) == '.' && !quoted) {
        return i;
      }
    }
    return -1;
  }
}
