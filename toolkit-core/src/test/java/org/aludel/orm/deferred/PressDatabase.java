package org.aludel.orm.deferred;

import java.util.List;
import org.aludel.ddl.CreateOrder;
import org.aludel.dialect.postgresql.PostgresDdlCompiler;
import org.aludel.engine.Connection;
import org.aludel.engine.Engine;
import org.aludel.orm.mapping.Registry;
import org.aludel.orm.session.SessionFactory;
import org.aludel.testing.StatementRecorder;
import org.aludel.testing.TestDatabase;

/** The tables of these classes in an empty database, sessions over them, a record of their SQL. */
final class PressDatabase {
  private final StatementRecorder recorder = new StatementRecorder();
  final SessionFactory sessions;
  final SessionFactory readers;

  PressDatabase(TestDatabase database) {
    Registry registry = Registry.of(PressBase.class);
    Engine engine = Engine.create(recorder.wrap(database.dataSource()));
    this.sessions = SessionFactory.of(engine, registry);
    this.readers = sessions.readOnly();
    database.run("DROP SCHEMA public CASCADE; CREATE SCHEMA public");
    try (Connection connection = engine.connect()) {
      PostgresDdlCompiler compiler = new PostgresDdlCompiler();
      CreateOrder.createAll(registry.metaData())
          .forEach(statement -> connection.execute(compiler.compile(statement)));
      connection.commit();
    }
  }

  /** Articles "a0", "a1", … with bodies of two words, by "ann". */
  void fill(int articles) {
    sessions.inTransaction(
        session -> {
          Writer ann = session.add(new Writer("ann"));
          for (int number = 0; number < articles; number++) {
            ann.getArticles().add(new Article("a" + number, "body " + number, ann));
          }
        });
    sql();
  }

  /** The SQL since the last call, without what begins and ends transactions. */
  List<String> sql() {
    List<String> all = recorder.sql();
    recorder.clear();
    return all;
  }
}
