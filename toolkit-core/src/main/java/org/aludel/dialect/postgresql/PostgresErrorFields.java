package org.aludel.dialect.postgresql;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.aludel.error.ViolatedRule;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/**
 * The fields that the server sends beside the words of an error, which no language changes. Source:
 * PostgreSQL 18 §54.8.
 */
final class PostgresErrorFields {
  /** The key that a Detail names: {@code Key (a, b)=(1, 2)}, alike in all languages. */
  private static final Pattern KEY = Pattern.compile("(?s)^[^(]*\\((.*?)\\)=\\(");

  private PostgresErrorFields() {}

  /** What was violated; without values. A driver other than pgjdbc tells nothing of it. */
  static ViolatedRule rule(SQLException error) {
    try {
      for (SQLException one = error; one != null; one = one.getNextException()) {
        if (one instanceof PSQLException own && own.getServerErrorMessage() != null) {
          return rule(own.getServerErrorMessage());
        }
      }
    } catch (NoClassDefFoundError otherDriver) {
      return ViolatedRule.UNKNOWN;
    }
    return ViolatedRule.UNKNOWN;
  }

  private static ViolatedRule rule(@Nullable ServerErrorMessage fields) {
    if (fields == null) {
      return ViolatedRule.UNKNOWN;
    }
    String column = fields.getColumn();
    List<String> columns = column == null ? keyColumns(fields.getDetail()) : List.of(column);
    return new ViolatedRule(fields.getConstraint(), fields.getSchema(), fields.getTable(), columns);
  }

  /** The names before the equals sign; an index over expressions names these. */
  static List<String> keyColumns(@Nullable String detail) {
    Matcher key = KEY.matcher(detail == null ? "" : detail);
    if (!key.find()) {
      return List.of();
    }
    List<String> names = new ArrayList<>();
    StringBuilder name = new StringBuilder();
    int depth = 0;
    boolean quoted = false;
    for (char letter : (key.group(1) + ",").toCharArray()) {
      quoted ^= letter == '"';
      depth += quoted ? 0 : letter == '(' ? 1 : letter == ')' ? -1 : 0;
      if (letter == ',' && depth == 0 && !quoted) {
        names.add(unquoted(name.toString().strip()));
        name.setLength(0);
      } else {
        name.append(letter);
      }
    }
    return names;
  }

  private static String unquoted(String name) {
    boolean whole = name.length() > 2 && name.startsWith("\"") && name.endsWith("\"");
    return whole ? name.substring(1, name.length() - 1).replace("\"\"", "\"") : name;
  }
}
