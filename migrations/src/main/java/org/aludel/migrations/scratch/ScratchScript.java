package org.aludel.migrations.scratch;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.aludel.engine.Connection;
import org.aludel.engine.Transaction;
import org.aludel.error.DatabaseException;
import org.aludel.error.MigrationCode;
import org.aludel.error.Problem;
import org.aludel.error.RevisionException;

/**
 * SQL that makes a part of a schema.
 *
 * @param name what messages call it: a file, or what else it was made from
 * @param statements texts in order, each of one statement or several
 */
public record ScratchScript(String name, List<String> statements) {
  public ScratchScript {
    statements = List.copyOf(statements);
  }

  /**
   * Runs scripts in one transaction and commits, each from the default schema. A script that fails
   * is undone and tried again behind the others, since it may need what they make; so their order
   * does not matter.
   *
   * @throws RevisionException SCRATCH_FAILED when none of those that are left runs, with the
   *     server's reason for each
   */
  static void runAll(Connection connection, String defaultSchema, List<ScratchScript> scripts) {
    if (scripts.size() == 1) {
      scripts.get(0).runAlone(connection, defaultSchema);
      return;
    }
    List<ScratchScript> waiting = scripts;
    while (!waiting.isEmpty()) {
      Map<ScratchScript, DatabaseException> failed = new LinkedHashMap<>();
      for (ScratchScript script : waiting) {
        try (Transaction part = connection.beginNested()) {
          script.run(connection, defaultSchema);
          part.commit();
        } catch (DatabaseException refused) {
          failed.put(script, refused);
        }
      }
      if (failed.size() == waiting.size()) {
        throw refused(failed);
      }
      waiting = new ArrayList<>(failed.keySet());
    }
    connection.commit();
  }

  /** Without a savepoint, so that a file may commit by itself. */
  private void runAlone(Connection connection, String defaultSchema) {
    try {
      run(connection, defaultSchema);
      connection.commit();
    } catch (DatabaseException refused) {
      throw refused(Map.of(this, refused));
    }
  }

  private void run(Connection connection, String defaultSchema) {
    ScratchSql sql = new ScratchSql(connection);
    ScratchDialect.of(connection.dialect()).point(connection, defaultSchema);
    sql.run(statements);
  }

  private static RevisionException refused(Map<ScratchScript, DatabaseException> failed) {
    Optional<RevisionException> role =
        failed.values().stream().flatMap(each -> ScratchRoles.lacking(each).stream()).findFirst();
    if (role.isPresent()) {
      return role.get();
    }
    String found =
        failed.entrySet().stream()
            .map(each -> each.getKey().name() + ": " + each.getValue().problem().found())
            .collect(Collectors.joining("\n"));
    return new RevisionException(
        Problem.of(MigrationCode.SCRATCH_FAILED, "cannot create the schema in a scratch database")
            .found(found)
            .expected("SQL that creates its objects beside the others, in any order")
            .fix("correct what the server names; what is missing belongs into the model as well"),
        failed.values().iterator().next());
  }
}
