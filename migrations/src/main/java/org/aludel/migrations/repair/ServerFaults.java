package org.aludel.migrations.repair;

import java.util.List;
import org.aludel.engine.Connection;
import org.aludel.engine.Engine;
import org.aludel.migrations.repair.Diagnosis.Cure;
import org.aludel.migrations.runtime.RunDialect;
import org.aludel.migrations.scratch.ScratchServer;
import org.aludel.sql.Row;

/** What runs that died left on the server: indexes that nobody reads, scratch databases. */
final class ServerFaults {
  /** An index that is being built is not valid yet either. */
  private static final String INVALID =
      """
      SELECT n.nspname || '.' || c.relname, pg_catalog.format('%I.%I', n.nspname, c.relname),
        i.indrelid::pg_catalog.regclass::text, c.relkind = 'I',
        c.relname ~ '_cc(new|old)[0-9]*$'
      FROM pg_catalog.pg_index i
      JOIN pg_catalog.pg_class c ON c.oid = i.indexrelid
      JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
      WHERE NOT i.indisvalid AND n.nspname NOT LIKE 'pg\\_temp%'
        AND NOT EXISTS (SELECT FROM pg_catalog.pg_stat_progress_create_index p
          WHERE p.index_relid = i.indexrelid)
      ORDER BY 1\
      """;

  private final Engine engine;
  private final ScratchServer scratch;
  private final Diagnosis diagnosis;

  ServerFaults(Engine engine, ScratchServer scratch, Diagnosis diagnosis) {
    this.engine = engine;
    this.scratch = scratch;
    this.diagnosis = diagnosis;
  }

  void find(Connection connection) {
    if (RunDialect.of(connection.dialect()).leavesInvalidIndexes()) {
      for (Row row : connection.execute(INVALID)) {
        invalid(row);
      }
    }
    for (String name : scratch.leftovers()) {
      diagnosis.add(
          "the scratch database " + name + " was left by a run that died",
          "the next command that needs a scratch database drops it",
          List.of(Cure.after("scratch:" + name, "drops it", () -> scratch.dropLeftover(name))));
    }
  }

  private void invalid(Row row) {
    String name = String.valueOf(row.get(0));
    String quoted = String.valueOf(row.get(1));
    String text = "index " + name + " of " + row.get(2) + " is not valid";
    if (Boolean.TRUE.equals(row.get(3))) {
      diagnosis.add(
          text,
          "attach an index of each partition that has none: ALTER INDEX … ATTACH PARTITION …",
          List.of());
      return;
    }
    boolean copy = Boolean.TRUE.equals(row.get(4));
    Cure cure =
        copy
            ? alone("index:" + name, "drops the copy", "DROP INDEX CONCURRENTLY " + quoted)
            : alone("index:" + name, "builds it again", "REINDEX INDEX CONCURRENTLY " + quoted);
    diagnosis.add(
        text,
        copy
            ? "a REINDEX CONCURRENTLY that broke off left it"
            : "where a revision builds it, mvn orm:upgrade drops and builds it again",
        List.of(cure));
  }

  private Cure alone(String name, String effect, String statement) {
    return Cure.after(
        name,
        effect + ": " + statement,
        () -> {
          try (Connection connection = engine.connectAutocommit()) {
            connection.update(statement);
          }
        });
  }
}
