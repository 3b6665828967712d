package org.aludel.dialect.postgresql;

import java.nio.charset.StandardCharsets;
import org.aludel.error.DatabaseException;
import org.aludel.error.EngineCode;
import org.aludel.error.Problem;
import org.aludel.schema.QualifiedName;
import org.jspecify.annotations.Nullable;

/**
 * Names and expressions as a catalogue hands them over, in the form of {@code org.aludel.schema}.
 */
final class PostgresCatalogNames {
  private final String defaultSchema;

  PostgresCatalogNames(String defaultSchema) {
    this.defaultSchema = defaultSchema;
  }

  /** The name, without its schema in the default schema or in none. */
  QualifiedName of(@Nullable String schema, String name) {
    return new QualifiedName(schemaOf(schema), name);
  }

  /** The name of a part, such as a column: {@code table.column}. */
  QualifiedName part(QualifiedName owner, String part) {
    return new QualifiedName(owner.schema(), owner.name() + "." + part);
  }

  /** Null for the default schema. */
  @Nullable String schemaOf(@Nullable String schema) {
    return defaultSchema.equals(schema) ? null : schema;
  }

  /**
   * The expression without parentheses round the whole of it.
   *
   * @param expression null where the server could not find the object any more
   */
  static String expression(@Nullable String expression, String kind, QualifiedName owner) {
    if (expression == null) {
      throw changed(kind, owner);
    }
    return bare(PostgresArrayLists.settled(expression.strip()));
  }

  /** The expression that the server stores as the given one, null where that one does. */
  static @Nullable String written(@Nullable String expression) {
    String kept = expression == null ? null : PostgresArrayLists.kept(expression.strip());
    return kept == null ? null : bare(kept);
  }

  private static String bare(String expression) {
    String text = expression;
    while (isEnclosed(text)) {
      text = text.substring(1, text.length() - 1).strip();
    }
    return text;
  }

  /** The failure for what is listed but cannot be read any more. */
  static DatabaseException changed(String kind, QualifiedName owner) {
    return new DatabaseException(
        Problem.of(EngineCode.CATALOG_CHANGED, "cannot read the " + kind + " of \"" + owner + "\"")
            .found("that it was dropped or changed while the catalogue was being read")
            .fix("read again when no other session changes the schema"),
        null,
        null);
  }

  /** Whether the first character is a parenthesis that the last one closes. */
  private static boolean isEnclosed(String text) {
    return text.startsWith("(") && closing(text) == text.length() - 1;
  }

  /** Where the parenthesis that stands first is closed, quoted text passed over, or -1. */
  private static int closing(String text) {
    int depth = 0;
    char quote = 0;
    for (int i = 0; i < text.length(); i++) {
      char one = text.charAt(i);
      if (one == quote) {
        quote = 0;
      } else if (quote == 0 && (one == '\'' || one == '"')) {
        quote = one;
      } else if (quote == 0) {
        depth += one == '(' ? 1 : one == ')' ? -1 : 0;
        if (depth == 0) {
          return i;
        }
      }
    }
    return -1;
  }

  /**
   * The name that the server gives to what belongs to a column, such as its sequence. Source:
   * PostgreSQL's makeObjectName: the longer of both names is cut until the whole fits.
   */
  static String chosen(String table, String column, String label) {
    int room = PostgresIdentifiers.MAXIMUM_BYTES - label.length() - 2;
    int tableBytes = bytes(table);
    int columnBytes = bytes(column);
    while (tableBytes + columnBytes > room) {
      if (tableBytes > columnBytes) {
        tableBytes--;
      } else {
        columnBytes--;
      }
    }
    return cut(table, tableBytes) + "_" + cut(column, columnBytes) + "_" + label;
  }

  private static int bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }

  /** Whole characters only. */
  private static String cut(String text, int maximumBytes) {
    int end = text.length();
    while (bytes(text.substring(0, end)) > maximumBytes) {
      end = text.offsetByCodePoints(end, -1);
    }
    return text.substring(0, end);
  }
}
