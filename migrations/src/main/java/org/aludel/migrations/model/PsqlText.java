package org.aludel.migrations.model;

import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.aludel.error.MigrationCode;
import org.aludel.error.Problem;
import org.aludel.error.RevisionException;

/**
 * A file written for psql as the server understands it: without backslash commands that only
 * concern the terminal, and without the rows of a dump.
 */
final class PsqlText {
  /** What pg_dump writes and what prints or sets a display. Source: PostgreSQL 18, psql. */
  private static final Set<String> HARMLESS =
      Set.of(
          "restrict", "unrestrict", "echo", "pset", "timing", "encoding", "set", "unset", "qecho");

  private static final Pattern COMMAND = Pattern.compile("^\\\\([A-Za-z!?]+).*");
  private static final Pattern COPY =
      Pattern.compile("^COPY\\s.*\\sFROM\\s+stdin\\s*;\\s*$", Pattern.CASE_INSENSITIVE);

  private PsqlText() {}

  /**
   * @throws RevisionException MIG-UNSUPPORTED-OBJECT for a command that changes what is run, such
   *     as {@code \i} or {@code \connect}
   */
  static String withoutCommands(String text, String file) {
    StringBuilder kept = new StringBuilder();
    boolean rows = false;
    List<String> lines = text.lines().toList();
    for (int at = 0; at < lines.size(); at++) {
      String line = lines.get(at);
      Matcher command = COMMAND.matcher(line);
      if (rows) {
        rows = !line.equals("\\.");
      } else if (COPY.matcher(line).matches()) {
        rows = true;
      } else if (!command.matches()) {
        kept.append(line);
      } else if (!HARMLESS.contains(command.group(1))) {
        throw refused(file + ":" + (at + 1), line);
      }
      kept.append('\n');
    }
    return kept.toString();
  }

  private static RevisionException refused(String place, String line) {
    return new RevisionException(
        Problem.of(MigrationCode.UNSUPPORTED_OBJECT, "cannot run the model file at " + place)
            .found(line)
            .expected("SQL alone; a backslash command is psql's, not the server's")
            .fix("write what the command reads into the file, or take the command out"));
  }
}
