package org.aludel.orm.inheritance;

import java.util.List;
import org.aludel.ddl.CreateOrder;
import org.aludel.dialect.postgresql.PostgresDdlCompiler;
import org.aludel.engine.Engine;
import org.aludel.orm.mapping.Registry;
import org.aludel.orm.session.SessionFactory;
import org.aludel.testing.StatementRecorder;
import org.aludel.testing.TestDatabase;

/** The tables of a registry in a test database, sessions over them, and a record of their SQL. */
final class HierarchyDatabase {
  private final TestDatabase database;
  private final StatementRecorder recorder = new StatementRecorder();
  final Engine engine;
  final SessionFactory sessions;

  /** Empty tables, ids from 1. */
  HierarchyDatabase(TestDatabase database, Registry registry) {
    this.database = database;
    this.engine = Engine.create(recorder.wrap(database.dataSource()));
    this.sessions = SessionFactory.of(engine, registry);
    // One text, since each call is a connection of its own.
    database.run(
        "DROP SCHEMA public CASCADE; CREATE SCHEMA public; " + String.join("; ", ddl(registry)));
    engine.connect().close(); // which asks the server once what it is
    recorder.clear();
  }

  static List<String> ddl(Registry registry) {
    PostgresDdlCompiler compiler = new PostgresDdlCompiler();
    return CreateOrder.createAll(registry.metaData()).stream().map(compiler::compile).toList();
  }

  /** The SQL since the last call, without what begins and ends transactions. */
  List<String> sql() {
    List<String> all = recorder.sql();
    recorder.clear();
    return all;
  }

  List<List<String>> query(String sql) {
    return database.query(sql);
  }

  void run(String sql) {
    database.run(sql);
  }
}
