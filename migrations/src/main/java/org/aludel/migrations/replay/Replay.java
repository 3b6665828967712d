package org.aludel.migrations.replay;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.aludel.engine.Connection;
import org.aludel.migrations.compare.CompareOptions;
import org.aludel.migrations.compare.Comparison;
import org.aludel.migrations.operation.Operation;
import org.aludel.migrations.revision.Revision;
import org.aludel.migrations.runtime.MigrationRunner;
import org.aludel.migrations.scratch.SampleRows;
import org.aludel.migrations.scratch.ScratchDatabase;
import org.aludel.reflect.ReflectOptions;
import org.aludel.schema.MetaData;

/** One scratch database in which a history goes up and down. Not thread-safe. */
final class Replay implements AutoCloseable {
  private final ScratchDatabase database;
  private final MigrationRunner runner;
  private final CompareOptions rules;
  private final Map<String, String> empty = new LinkedHashMap<>();
  private boolean rows;

  /**
   * @param database owned
   * @param rules of a comparison in which everything counts
   */
  Replay(ScratchDatabase database, MigrationRunner runner, CompareOptions rules) {
    this.database = database;
    this.runner = runner;
    this.rules = rules;
  }

  /** Runs one revision, whose parents have run. */
  void up(Revision revision) {
    runner.upgrade(revision.id());
  }

  /** Undoes one revision that nothing needs any more. */
  void down(Revision revision) {
    runner.undo(revision.id());
  }

  MetaData schema() {
    try (Connection connection = database.engine().connect()) {
      return connection.inspector().reflect(ReflectOptions.of(rules.defaultSchema()));
    }
  }

  /** Puts rows into the tables of a schema that have none. */
  void fill(MetaData schema) {
    Set<String> bookkeeping =
        Set.copyOf(rules.bookkeeping().stream().map(Object::toString).toList());
    try (Connection connection = database.connect(rules.defaultSchema())) {
      SampleRows.Filled filled =
          new SampleRows(schema, connection.dialect(), SampleRows.PER_TABLE)
              .fillEmpty(connection, table -> !bookkeeping.contains(table.name().toString()));
      connection.commit();
      empty.clear();
      empty.putAll(filled.refused());
      rows |= !filled.filled().isEmpty();
    }
  }

  /** Whether any table got rows. */
  boolean hasRows() {
    return rows;
  }

  /** Tables that had to stay empty when they were asked last, a line each. */
  List<String> empty() {
    List<String> lines = new ArrayList<>();
    empty.forEach(
        (table, reason) -> lines.add("no rows could be made for " + table + ": " + reason));
    return lines;
  }

  /** What leads from the schema now to another one; empty when it is that. */
  String left(MetaData wanted) {
    MetaData reached = schema();
    Set<String> schemas = new LinkedHashSet<>(rules.schemas());
    reached.namespaces().forEach(each -> schemas.add(each.name()));
    wanted.namespaces().forEach(each -> schemas.add(each.name()));
    List<Operation> left =
        Comparison.compare(reached, wanted, rules.withSchemas(schemas)).operations();
    return String.join("; ", left.stream().map(Operation::describe).toList());
  }

  @Override
  public void close() {
    database.close();
  }
}
