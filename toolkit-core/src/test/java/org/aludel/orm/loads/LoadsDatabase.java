package org.aludel.orm.loads;

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
final class LoadsDatabase {
  static final Registry REGISTRY = Registry.of(LoadsBase.class);

  final TestDatabase database;
  final StatementRecorder recorder = new StatementRecorder();
  final Engine engine;
  final SessionFactory sessions;

  private LoadsDatabase(TestDatabase database) {
    this.database = database;
    this.engine = Engine.create(recorder.wrap(database.dataSource()));
    this.sessions = SessionFactory.of(engine, REGISTRY);
  }

  static LoadsDatabase fresh(TestDatabase database) {
    LoadsDatabase made = new LoadsDatabase(database);
    database.run("DROP SCHEMA public CASCADE; CREATE SCHEMA public");
    try (Connection connection = made.engine.connect()) {
      PostgresDdlCompiler compiler = new PostgresDdlCompiler();
      CreateOrder.createAll(REGISTRY.metaData())
          .forEach(statement -> connection.execute(compiler.compile(statement)));
      connection.commit();
    }
    made.recorder.clear();
    return made;
  }

  /**
   * Customers "c0", "c1", …, each with purchases "c0.p0" (open), "c0.p1" (closed), …, each with one
   * line of "apple" and one of "pear".
   */
  void fill(int customers, int purchasesEach) {
    sessions.inTransaction(
        session -> {
          Product apple = session.add(new Product("apple"));
          Product pear = session.add(new Product("pear"));
          for (int c = 0; c < customers; c++) {
            Customer customer = session.add(new Customer("c" + c).city(c % 2 == 0 ? "Ulm" : "Ayr"));
            for (int p = 0; p < purchasesEach; p++) {
              Purchase purchase = new Purchase(customer.getName() + ".p" + p, p % 2 == 0);
              purchase.getLines().add(new Line(apple, 1));
              purchase.getLines().add(new Line(pear, 2));
              customer.getPurchases().add(purchase);
            }
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
