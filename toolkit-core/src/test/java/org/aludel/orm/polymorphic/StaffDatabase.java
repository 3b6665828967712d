package org.aludel.orm.polymorphic;

import java.util.List;
import org.aludel.ddl.CreateOrder;
import org.aludel.dialect.postgresql.PostgresDdlCompiler;
import org.aludel.engine.Engine;
import org.aludel.orm.mapping.Registry;
import org.aludel.orm.session.SessionFactory;
import org.aludel.testing.StatementRecorder;
import org.aludel.testing.TestDatabase;

/** The tables of a registry, and a record of what sessions over them run. */
final class StaffDatabase {
  private final TestDatabase database;
  private final StatementRecorder recorder = new StatementRecorder();
  final SessionFactory sessions;

  StaffDatabase(TestDatabase database, Registry registry) {
    this.database = database;
    Engine engine = Engine.create(recorder.wrap(database.dataSource()));
    this.sessions = SessionFactory.of(engine, registry);
    database.run("DROP SCHEMA public CASCADE; CREATE SCHEMA public");
    PostgresDdlCompiler compiler = new PostgresDdlCompiler();
    CreateOrder.createAll(registry.metaData()).stream()
        .map(compiler::compile)
        .forEach(database::run);
    engine.connect().close();
    recorder.clear();
  }

  /** One company: ada leads, bob is her deputy, cid and dan are engineers, eve is nothing more. */
  void fill() {
    sessions.inTransaction(
        session -> {
          Company company = session.add(new Company("mill"));
          Office office = session.add(new Office("York"));
          Director ada = session.add(new Director("ada", 50, "north"));
          ada.setOffice(office);
          Leader bob = session.add(new Leader("bob", 30));
          bob.setOffice(office);
          bob.setMentor(ada);
          Engineer cid = session.add(new Engineer("cid", "java", new Skill("looms", 3)));
          Engineer dan = session.add(new Engineer("dan", "ada", new Skill("dyes", 9)));
          Employee eve = session.add(new Employee("eve"));
          for (Employee one : List.of(ada, bob, cid, dan, eve)) {
            one.setCompany(company);
          }
          company.setHead(bob);
        });
    recorder.clear();
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
