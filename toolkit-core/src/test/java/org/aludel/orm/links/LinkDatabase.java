package org.aludel.orm.links;

import java.util.List;
import java.util.function.Consumer;
import org.aludel.ddl.CreateOrder;
import org.aludel.dialect.postgresql.PostgresDdlCompiler;
import org.aludel.engine.Connection;
import org.aludel.engine.Engine;
import org.aludel.orm.mapping.Registry;
import org.aludel.orm.session.SessionFactory;
import org.aludel.orm.session.SessionOptions;
import org.aludel.testing.StatementRecorder;
import org.aludel.testing.TestDatabase;
import org.jspecify.annotations.Nullable;

/** The tables of a registry in an empty database, sessions over them, and a record of their SQL. */
public final class LinkDatabase {
  final TestDatabase database;
  final StatementRecorder recorder = new StatementRecorder();
  public final Engine engine;
  public final SessionFactory sessions;
  private final List<String> tables;

  private LinkDatabase(
      TestDatabase database,
      @Nullable Engine pooled,
      Registry registry,
      Consumer<SessionOptions.Builder> options) {
    this.database = database;
    this.engine = pooled == null ? Engine.create(recorder.wrap(database.dataSource())) : pooled;
    this.tables =
        registry.metaData().tables().stream().map(table -> table.name().toString()).toList();
    this.sessions = SessionFactory.of(engine, registry, options);
  }

  public static LinkDatabase fresh(TestDatabase database, Registry registry) {
    return fresh(database, registry, options -> {});
  }

  public static LinkDatabase fresh(
      TestDatabase database, Registry registry, Consumer<SessionOptions.Builder> options) {
    return fresh(new LinkDatabase(database, null, registry, options), registry);
  }

  /** As above over a pool, which the caller closes, and without a record of the SQL. */
  public static LinkDatabase pooled(TestDatabase database, Registry registry) {
    Engine pool = Engine.create(database.jdbcUrl());
    return fresh(new LinkDatabase(database, pool, registry, options -> {}), registry);
  }

  private static LinkDatabase fresh(LinkDatabase made, Registry registry) {
    TestDatabase database = made.database;
    database.run("DROP SCHEMA public CASCADE; CREATE SCHEMA public");
    try (Connection connection = made.engine.connect()) {
      PostgresDdlCompiler compiler = new PostgresDdlCompiler();
      CreateOrder.createAll(registry.metaData())
          .forEach(statement -> connection.execute(compiler.compile(statement)));
      connection.commit();
    }
    made.recorder.clear();
    return made;
  }

  /** Empties all tables. */
  public void clear() {
    try (Connection connection = engine.connect()) {
      connection.execute("SET LOCAL session_replication_role = replica");
      tables.forEach(table -> connection.execute("DELETE FROM " + table));
      connection.commit();
    }
  }

  /** The SQL since the last call, without what begins and ends transactions. */
  public List<String> sql() {
    List<String> all = recorder.sql();
    recorder.clear();
    return all;
  }

  public List<List<String>> query(String sql) {
    return database.query(sql);
  }
}
