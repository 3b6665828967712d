package org.aludel.migrations.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.aludel.dialect.Dialect;
import org.aludel.engine.Engine;
import org.aludel.migrations.compare.CompareOptions;
import org.aludel.migrations.compare.Comparison;
import org.aludel.migrations.compare.Differences;
import org.aludel.migrations.compare.RenameHint;
import org.aludel.migrations.online.OnlinePlan;
import org.aludel.migrations.operation.Operation;
import org.aludel.reflect.ReflectOptions;
import org.aludel.schema.MetaData;
import org.aludel.schema.QualifiedName;
import org.aludel.testing.TestDatabase;
import org.jspecify.annotations.Nullable;

/**
 * One case of a schema before and after, run on a real server by the rule of the scenarios: the
 * plan applies to rows, a second comparison is empty, the way back applies and leads back, and a
 * third comparison gives the first plan again.
 */
public final class Evolution {
  private final TestDatabase live;
  private final TestDatabase wanted;
  private final Dialect dialect;
  private final Map<TestDatabase, Connection> connections = new HashMap<>();
  private @Nullable MetaData model;
  private CompareOptions options;
  private boolean online;

  private Evolution(TestDatabase live, TestDatabase wanted) {
    this.live = live;
    this.wanted = wanted;
    try (Engine engine = Engine.create(live.dataSource())) {
      this.dialect = engine.dialect();
    }
    this.options =
        CompareOptions.of(dialect.quoter(), "public")
            .withDrops(CompareOptions.Drops.allowed())
            .withBookkeeping(
                Set.of(
                    QualifiedName.of("aludel_version"), QualifiedName.of("aludel_revision_log")));
  }

  /** Two new databases on the server of a test's database. */
  public static Evolution on(TestDatabase database) {
    return new Evolution(database.another(), database.another());
  }

  public Evolution before(String sql) {
    run(live, sql);
    return this;
  }

  public Evolution after(String sql) {
    model = null;
    run(wanted, sql);
    return this;
  }

  public Evolution options(CompareOptions value) {
    options = value;
    return this;
  }

  /** Plans for a database that others write to meanwhile. */
  public Evolution online() {
    online = true;
    return this;
  }

  public Evolution renames(String... hints) {
    options =
        options.withRenames(
            List.of(hints).stream()
                .map(RenameHint.OfAny::new)
                .map(RenameHint.class::cast)
                .toList());
    return this;
  }

  public CompareOptions options() {
    return options;
  }

  public TestDatabase live() {
    return live;
  }

  public TestDatabase wanted() {
    return wanted;
  }

  public MetaData reflectLive() {
    return reflect(live);
  }

  /** Read once, as nothing but {@link #after} and {@link #reset} changes that database. */
  public MetaData reflectWanted() {
    MetaData known = model == null ? reflect(wanted) : model;
    model = known;
    return known;
  }

  /** What the comparison finds now. */
  public Differences differences() {
    return Comparison.compare(reflect(live), reflectWanted(), options);
  }

  /** The plan of what the comparison finds now. */
  public MigrationPlan plan() {
    return plan(reflect(live), reflectWanted(), options);
  }

  /** Empties both databases. */
  public void reset() {
    model = null;
    empty(wanted);
    resetLive();
  }

  /** Empties the live database alone. */
  public void resetLive() {
    empty(live);
    options = options.withRenames(List.of());
  }

  private void empty(TestDatabase database) {
    run(
        database,
        "DROP SCHEMA IF EXISTS test_schema, s2 CASCADE;"
            + "DROP SCHEMA public CASCADE; CREATE SCHEMA public;");
  }

  /** The plan, checked by the rule; the database is upgraded and back afterwards. */
  public MigrationPlan check() {
    MetaData before = reflect(live);
    MetaData after = reflectWanted();
    MigrationPlan plan = plan(before, after, options);
    apply(plan);
    assertThat(sql(plan(reflect(live), after, options))).as("second plan").isEmpty();
    revert(plan);
    CompareOptions exact = options.withRenames(List.of());
    MetaData back = reflect(live);
    assertThat(sql(plan(back, before, exact))).as("plan after the way back").isEmpty();
    assertThat(sql(plan(back, after, options))).as("third plan").isEqualTo(sql(plan));
    return plan;
  }

  /** Runs a plan. */
  public void apply(MigrationPlan plan) {
    plan.steps().forEach(step -> run(step.transactional(), step.upgrade()));
  }

  /** Runs a plan backwards. */
  public void revert(MigrationPlan plan) {
    plan.backwards().forEach(step -> run(step.transactional(), step.downgrade()));
  }

  private static List<String> sql(MigrationPlan plan) {
    List<String> all = new ArrayList<>(plan.upgrade());
    List<String> back = new ArrayList<>(plan.downgrade());
    if (!back.isEmpty()) {
      all.add("-- and back");
      all.addAll(back);
    }
    return Collections.unmodifiableList(all);
  }

  private MigrationPlan plan(MetaData before, MetaData after, CompareOptions how) {
    Differences differences = Comparison.compare(before, after, how);
    List<Operation> ordered =
        OperationOrder.sort(differences.operations(), differences.database(), differences.model());
    DdlPlan statements = new DdlPlan(dialect.quoter(), "public");
    return online
        ? OnlinePlan.of(ordered, differences.database(), statements, dialect).plan()
        : MigrationPlan.of(ordered, statements, dialect.ddlCompiler());
  }

  private void run(boolean transactional, List<String> statements) {
    Connection connection = connection(live);
    try (Statement statement = connection.createStatement()) {
      statement.setEscapeProcessing(false);
      connection.setAutoCommit(!transactional);
      try {
        for (String sql : statements) {
          run(statement, sql, statements);
        }
        if (transactional) {
          connection.commit();
        }
      } finally {
        leaveAsNew(connection, statement);
      }
    } catch (SQLException e) {
      throw new IllegalStateException("cannot run in " + live.name(), e);
    }
  }

  private static void run(Statement statement, String sql, List<String> all) {
    try {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(
          e.getMessage() + "\n  in: " + sql + "\n  of: " + String.join(";\n      ", all), e);
    }
  }

  private void run(TestDatabase database, String sql) {
    Connection connection = connection(database);
    try (Statement statement = connection.createStatement()) {
      try {
        database.run(connection, sql);
      } finally {
        leaveAsNew(connection, statement);
      }
    } catch (SQLException e) {
      throw new IllegalStateException("cannot run in " + database.name(), e);
    }
  }

  /** What a script sets holds for its own statements alone. */
  private static void leaveAsNew(Connection connection, Statement statement) throws SQLException {
    if (!connection.getAutoCommit()) {
      connection.rollback();
      connection.setAutoCommit(true);
    }
    statement.execute("RESET ALL; RESET SESSION AUTHORIZATION");
  }

  private MetaData reflect(TestDatabase database) {
    return dialect.catalogReader().read(connection(database), ReflectOptions.of("public"));
  }

  /** One that lasts as long as the database: its server process knows its tables. */
  private Connection connection(TestDatabase database) {
    return connections.computeIfAbsent(database, TestDatabase::open);
  }
}
