package org.aludel.migrations.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.aludel.dialect.Dialect;
import org.aludel.engine.Connection;
import org.aludel.engine.Engine;
import org.aludel.error.DatabaseException;
import org.aludel.migrations.compare.CompareOptions;
import org.aludel.migrations.compare.Comparison;
import org.aludel.migrations.compare.Differences;
import org.aludel.migrations.operation.Operation;
import org.aludel.migrations.plan.MigrationPlan;
import org.aludel.migrations.plan.PlanDialect;
import org.aludel.migrations.rows.RowRules;
import org.aludel.migrations.scratch.SampleRows;
import org.aludel.migrations.scratch.ScratchDatabase;
import org.aludel.migrations.scratch.ScratchDialect;
import org.aludel.migrations.scratch.ScratchServer;
import org.aludel.reflect.ReflectOptions;
import org.aludel.schema.Column;
import org.aludel.schema.MetaData;
import org.aludel.schema.Table;
import org.aludel.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Random schemas, from one to another and back, over rows wherever the other one admits them. */
class SqlitePairTest {
  private static final int SEEDS = Boolean.getBoolean("aludel.full") ? 2_000 : 100;

  @TempDir Path folder;
  private int overRows;

  @Test
  void eachSchemaBecomesEachOtherAndItselfAgain() {
    List<String> faults = new ArrayList<>();
    try (Engine live = Engine.create("jdbc:sqlite:" + folder.resolve("live.db"))) {
      for (int seed = 0; seed < SEEDS; seed++) {
        String fault = fault(live, seed);
        if (!fault.isEmpty()) {
          faults.add("seed " + seed + ": " + fault);
        }
      }
    }

    assertThat(faults).isEmpty();
    assertThat(overRows).as("pairs that were tried over rows").isGreaterThan(SEEDS / 3);
  }

  private String fault(Engine live, int seed) {
    Random random = new Random(seed);
    List<String> first = new RandomSchema(random).statements();
    List<String> second = new RandomSchema(random).statements();
    try (ScratchDatabase from = ScratchServer.of(live).create();
        ScratchDatabase to = ScratchServer.of(live).create()) {
      run(from, first);
      run(to, second);
      Trip trip = Trip.of(read(from), read(to), live.dialect());
      String withRows = there(trip, from, true);
      if (withRows.isEmpty()) {
        overRows++;
        return "";
      }
      if (!withRows.startsWith("refused")) {
        return withRows + detail(first, second, trip);
      }
      try (ScratchDatabase again = ScratchServer.of(live).create()) {
        run(again, first);
        String empty = there(trip, again, false);
        return empty.isEmpty() ? "" : empty + detail(first, second, trip);
      }
    }
  }

  private static String detail(List<String> first, List<String> second, Trip trip) {
    return "\nfrom " + first + "\nto   " + second + "\nby   " + trip.plan().upgrade();
  }

  /** There and back in one database; empty when all is well. */
  private static String there(Trip trip, ScratchDatabase database, boolean rows) {
    List<String> kept = rows ? filled(trip, database) : List.of();
    try {
      run(database, trip.plan().upgrade());
      List<Operation> left = trip.left(read(database), trip.to());
      if (!left.isEmpty()) {
        return "left after the upgrade: " + left;
      }
      run(database, trip.plan().downgrade());
    } catch (DatabaseException refused) {
      return (rows ? "refused: " : "fails: ") + refused.problem().found();
    }
    List<Operation> left = trip.left(read(database), trip.from());
    if (!left.isEmpty()) {
      return "left after the downgrade: " + left;
    }
    return rows && !kept.equals(rows(trip, database)) ? "rows are not as before" : "";
  }

  private static List<String> filled(Trip trip, ScratchDatabase database) {
    try (Connection connection = database.connect("main")) {
      new SampleRows(trip.from(), connection.dialect(), 3).fillEmpty(connection, table -> true);
      connection.commit();
    }
    return rows(trip, database);
  }

  /** The values of all columns that both schemas have, in tables that both have. */
  private static List<String> rows(Trip trip, ScratchDatabase database) {
    List<String> rows = new ArrayList<>();
    try (Connection connection = database.connect("main")) {
      for (Table table : trip.from().tables()) {
        Table other = trip.to().table(table.name()).orElse(null);
        if (other == null) {
          continue;
        }
        String columns =
            table.columns().stream()
                .filter(each -> each.computed() == null)
                .filter(each -> other.column(each.name()).isPresent())
                .filter(each -> other.column(each.name()).orElseThrow().computed() == null)
                .map(each -> value(each, other.column(each.name()).orElseThrow()))
                .collect(Collectors.joining(" || ',' || "));
        String sql = "SELECT " + (columns.isEmpty() ? "'row'" : columns) + " FROM " + table.name();
        for (Row row : connection.execute(sql + " ORDER BY 1")) {
          rows.add(table.name() + " " + row.get(0));
        }
      }
    }
    return rows;
  }

  /** A text that was a number meanwhile may be written otherwise: 1 and 1.0. */
  private static String value(Column column, Column other) {
    String name = column.name();
    return column.type().name().equals(other.type().name())
        ? "quote(" + name + ")"
        : "CASE WHEN typeof("
            + name
            + ") = 'blob' THEN quote("
            + name
            + ") ELSE coalesce(CAST("
            + name
            + " AS real), 'none') END";
  }

  private static void run(ScratchDatabase database, List<String> statements) {
    try (Connection connection = database.connect("main")) {
      ScratchDialect.of(connection.dialect()).run(connection, statements);
      connection.commit();
    }
  }

  private static MetaData read(ScratchDatabase database) {
    try (Connection connection = database.connect("main")) {
      return connection.inspector().reflect(ReflectOptions.of("main"));
    }
  }

  private record Trip(MetaData from, MetaData to, MigrationPlan plan, CompareOptions options) {
    static Trip of(MetaData from, MetaData to, Dialect dialect) {
      CompareOptions options =
          CompareOptions.of(dialect.quoter(), "main").withDrops(CompareOptions.Drops.allowed());
      Differences found = Comparison.compare(from, to, options);
      PlanDialect planner = PlanDialect.of(dialect);
      List<Operation> ordered =
          planner.ordered(found.operations(), found.database(), found.model());
      MigrationPlan plan =
          planner.plan(
              ordered, found.database(), RowRules.NONE, new PlanDialect.Setting(dialect, "main"));
      return new Trip(from, to, plan, options);
    }

    List<Operation> left(MetaData reached, MetaData wanted) {
      return Comparison.compare(reached, wanted, options).operations();
    }
  }
}
