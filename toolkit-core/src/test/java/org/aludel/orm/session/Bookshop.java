package org.aludel.orm.session;

import java.util.List;
import java.util.function.Consumer;
import org.aludel.ddl.CreateOrder;
import org.aludel.dialect.postgresql.PostgresDdlCompiler;
import org.aludel.engine.Connection;
import org.aludel.engine.Engine;
import org.aludel.orm.bookshop.BookshopBase;
import org.aludel.orm.mapping.Registry;
import org.aludel.testing.StatementRecorder;
import org.aludel.testing.TestDatabase;

/** The shop's tables in a test database, sessions over them, and a record of their SQL. */
final class Bookshop {
  static final Registry REGISTRY = Registry.of(BookshopBase.class);

  final TestDatabase database;
  final StatementRecorder recorder = new StatementRecorder();
  final Engine engine;
  final SessionFactory sessions;

  private Bookshop(TestDatabase database, Consumer<SessionOptions.Builder> options) {
    this.database = database;
    this.engine = Engine.create(recorder.wrap(database.dataSource()));
    this.sessions = SessionFactory.of(engine, REGISTRY, options);
  }

  /** Empty tables, ids from 1. */
  static Bookshop fresh(TestDatabase database) {
    return fresh(database, options -> {});
  }

  static Bookshop fresh(TestDatabase database, Consumer<SessionOptions.Builder> options) {
    Bookshop shop = new Bookshop(database, options);
    database.run("DROP SCHEMA public CASCADE; CREATE SCHEMA public");
    try (Connection connection = shop.engine.connect()) {
      PostgresDdlCompiler compiler = new PostgresDdlCompiler();
      CreateOrder.createAll(REGISTRY.metaData())
          .forEach(statement -> connection.execute(compiler.compile(statement)));
      connection.commit();
    }
    shop.recorder.clear();
    return shop;
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
}
