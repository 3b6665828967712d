package org.aludel.migrations.seed;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.aludel.engine.Connection;
import org.aludel.engine.Engine;
import org.aludel.error.DatabaseException;
import org.aludel.migrations.scratch.SampleRows;
import org.aludel.reflect.ReflectOptions;
import org.aludel.schema.Table;
import org.aludel.util.TopologicalSort;
import org.jspecify.annotations.Nullable;

/**
 * Puts rows into a database: those of files, then generated ones into tables that are still empty.
 * All in one transaction. Files of values come first, the referenced tables before those that refer
 * to them; then files of SQL by their names.
 */
public final class Seed {
  private final Engine engine;
  private final String schema;

  /**
   * @param schema to which names without one belong
   */
  public Seed(Engine engine, String schema) {
    this.engine = engine;
    this.schema = schema;
  }

  /**
   * @param folder of the files; need not exist
   * @param profile the subfolder of files for one environment, or null
   * @param rows how many rows an empty table gets; 0 for none
   * @param fillable the tables that may get generated rows
   * @throws org.aludel.error.RevisionException SEED_FAILED with file and line; then nothing was put
   *     in
   */
  public SeedResult run(
      Path folder, @Nullable String profile, int rows, Predicate<Table> fillable) {
    List<SeedFile> files = SeedFile.in(folder, profile);
    try (Connection connection = engine.connect()) {
      connection
          .execute(
              "SELECT pg_catalog.set_config('search_path', ?, true)",
              connection.dialect().quoter().quote(schema))
          .close();
      connection.update("SET CONSTRAINTS ALL DEFERRED");
      List<SeedResult.SeededFile> seeded = new ArrayList<>();
      for (CsvSeed each : ordered(connection, files)) {
        seeded.add(each.run(connection));
      }
      for (SeedFile each : files) {
        if (!each.csv()) {
          runSql(connection, each);
          seeded.add(new SeedResult.SeededFile(each.name(), 0, 0, 0));
        }
      }
      SampleRows.Filled filled = generated(connection, rows, fillable);
      commit(connection, seeded);
      return new SeedResult(seeded, filled.filled(), filled.refused());
    }
  }

  /** In a circle the order of names; a foreign key that is deferrable is checked at the end. */
  private List<CsvSeed> ordered(Connection connection, List<SeedFile> files) {
    List<CsvSeed> seeds = new ArrayList<>();
    Map<String, List<CsvSeed>> byTable = new LinkedHashMap<>();
    for (SeedFile file : files) {
      if (file.csv()) {
        CsvSeed seed = CsvSeed.of(connection, schema, file);
        seeds.add(seed);
        byTable.computeIfAbsent(seed.table().quoted(), table -> new ArrayList<>()).add(seed);
      }
    }
    TopologicalSort<CsvSeed> sort =
        TopologicalSort.of(
            seeds,
            seed ->
                seed.table().references().stream()
                    .flatMap(table -> byTable.getOrDefault(table, List.of()).stream())
                    .toList());
    List<CsvSeed> ordered = new ArrayList<>(sort.sorted());
    ordered.addAll(sort.cyclic());
    return ordered;
  }

  private static void runSql(Connection connection, SeedFile file) {
    String begun = transaction(connection);
    try {
      connection.update(file.text());
    } catch (DatabaseException refused) {
      throw SeedFault.refused(file.name(), refused);
    }
    if (!begun.equals(transaction(connection))) {
      throw SeedFault.in(
          file.name(),
          "COMMIT, ROLLBACK or END in it; what stands before it may be kept",
          "SQL without transaction control");
    }
  }

  private static String transaction(Connection connection) {
    return String.valueOf(
        connection.execute("SELECT pg_catalog.pg_current_xact_id()::text").one().get(0));
  }

  private SampleRows.Filled generated(Connection connection, int rows, Predicate<Table> fillable) {
    if (rows == 0) {
      return new SampleRows.Filled(List.of(), Map.of());
    }
    return new SampleRows(
            connection.inspector().reflect(ReflectOptions.of(schema)), connection.dialect(), rows)
        .fillEmpty(connection, fillable);
  }

  /** What was deferred is checked now. */
  private static void commit(Connection connection, List<SeedResult.SeededFile> seeded) {
    try {
      connection.commit();
    } catch (DatabaseException refused) {
      throw SeedFault.refused(
          String.join(", ", seeded.stream().map(SeedResult.SeededFile::file).toList()), refused);
    }
  }
}
