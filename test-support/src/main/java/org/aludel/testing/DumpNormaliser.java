package org.aludel.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Sorts the statements of a dump and leaves out what says nothing of the schema. */
record DumpNormaliser(boolean columnOrder) {
  private static final String NAME = "(?:\"(?:[^\"]|\"\")+\"|[\\w$\\u0080-\\uffff]+)";
  private static final String QUALIFIED = NAME + "(?:\\." + NAME + ")?";
  private static final Pattern TABLE =
      Pattern.compile(
          "CREATE (?:UNLOGGED |FOREIGN )?TABLE (?:IF NOT EXISTS )?"
              + QUALIFIED
              + "\\s*(?:OF "
              + QUALIFIED
              + "\\s*)?\\(");
  private static final Pattern COMPOSITE =
      Pattern.compile("CREATE TYPE " + QUALIFIED + " AS\\s*\\(");
  private static final Pattern ACCESS_METHOD =
      Pattern.compile("SET default_table_access_method = (\\S+);");

  /** Session settings and the public schema, which every database has. */
  private static final Pattern NOISE =
      Pattern.compile(
          "SET .*|SELECT pg_catalog\\.set_config\\('search_path'.*|CREATE SCHEMA public;"
              + "|COMMENT ON SCHEMA public IS '(standard public schema)?';"
              + "|ALTER SCHEMA public OWNER.*",
          Pattern.DOTALL);

  String normalise(String dump) {
    List<String> blocks = new ArrayList<>();
    String accessMethod = "heap";
    for (String statement : SqlScript.statements(dump)) {
      Matcher method = ACCESS_METHOD.matcher(statement);
      if (method.matches()) {
        accessMethod = method.group(1);
      } else if (!NOISE.matcher(statement).matches()) {
        blocks.add(block(statement, accessMethod));
      }
    }
    blocks.sort(null);
    return String.join("\n\n", blocks) + "\n";
  }

  private String block(String statement, String accessMethod) {
    Matcher table = TABLE.matcher(statement);
    if (table.lookingAt()) {
      String text = columnOrder ? statement : sorted(statement, table.end());
      return accessMethod.equals("heap") ? text : text + " -- USING " + accessMethod;
    }
    Matcher composite = COMPOSITE.matcher(statement);
    return !columnOrder && composite.lookingAt() ? sorted(statement, composite.end()) : statement;
  }

  /** The statement with the elements of its parenthesis in order of their text. */
  private static String sorted(String statement, int open) {
    SqlScanner scanner = new SqlScanner(statement);
    List<String> elements = new ArrayList<>();
    int depth = 0;
    int start = open;
    while (!scanner.atEnd() && depth >= 0) {
      int before = scanner.position();
      SqlScanner.Token token = scanner.next();
      if (before < open || token.kind() != SqlScanner.Kind.SYMBOL) {
        continue;
      }
      depth += depthChange(token.text());
      if (depth < 0 || (depth == 0 && token.text().equals(","))) {
        elements.add(statement.substring(start, before).strip());
        start = scanner.position();
      }
    }
    elements.removeIf(String::isEmpty);
    if (elements.isEmpty()) {
      return statement;
    }
    elements.sort(null);
    return statement.substring(0, open)
        + "\n    "
        + String.join(",\n    ", elements)
        + "\n)"
        + statement.substring(start);
  }

  private static int depthChange(String symbol) {
    return switch (symbol) {
      case "(", "[" -> 1;
      case ")", "]" -> -1;
      default -> 0;
    };
  }
}
