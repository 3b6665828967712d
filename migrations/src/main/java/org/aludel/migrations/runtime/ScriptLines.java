package org.aludel.migrations.runtime;

/** Statements and comments of a script, as programs of databases read them. Not thread-safe. */
public final class ScriptLines {
  private final StringBuilder text = new StringBuilder();

  /** The first line: what it is, and the command that runs it. */
  public void title(String what, int revisions, String command) {
    comment(
        what
            + " of "
            + revisions
            + (revisions == 1 ? " revision." : " revisions.")
            + " Run it with:  "
            + command);
  }

  /** A line for people, behind an empty one. */
  public void comment(String line) {
    text.append(text.isEmpty() ? "-- " : "\n-- ")
        .append(line.replaceAll("[\\r\\n]+", " "))
        .append('\n');
  }

  /** An empty line. */
  public void gap() {
    text.append('\n');
  }

  /** A statement; its semicolon has a line of its own where it may end in a comment. */
  public void statement(String sql) {
    String stripped = sql.stripTrailing();
    String last = stripped.substring(stripped.lastIndexOf('\n') + 1);
    text.append(stripped);
    if (last.contains("--")) {
      text.append('\n');
    }
    text.append(stripped.endsWith(";") && !last.contains("--") ? "\n" : ";\n");
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
