package org.aludel.test;

import org.aludel.engine.Engine;
import org.aludel.orm.mapping.Registry;
import org.aludel.orm.session.Session;
import org.aludel.orm.session.SessionFactory;
import org.aludel.testing.TestDatabase;
import org.jspecify.annotations.Nullable;

/**
 * What one test works on. Belongs to the thread of the test; the engine may be used by others where
 * the test has a database of its own.
 */
final class TestFixture implements Fixture {
  private final ClassFixture shared;
  private final TestDatabase database;
  private final AutoCloseable ending;
  private final StatementWatch watch = new StatementWatch();
  private final Engine engine;
  private final SessionFactory sessions;
  private @Nullable Session session;

  private TestFixture(
      ClassFixture shared, TestDatabase database, Engine engine, AutoCloseable ending) {
    this.shared = shared;
    this.database = database;
    this.ending = ending;
    this.engine = engine.withListener(watch);
    this.sessions = shared.sessions(this.engine);
  }

  static TestFixture of(ClassFixture shared, OrmTest.Isolation isolation) {
    if (isolation == OrmTest.Isolation.TRANSACTION) {
      OuterTransaction outer = new OuterTransaction(shared.database().dataSource());
      Engine engine = Engine.create(outer).withListener(new IsolationRefusal());
      return new TestFixture(shared, shared.database(), engine, outer);
    }
    TestDatabase copy = shared.database().copy("test");
    Engine engine = Engine.create(copy.jdbcUrl());
    return new TestFixture(
        shared,
        copy,
        engine,
        () -> {
          try (copy) {
            engine.close();
          }
        });
  }

  @Override
  public Engine engine() {
    return engine;
  }

  @Override
  public SessionFactory sessions() {
    return sessions;
  }

  @Override
  public Session session() {
    Session open = session;
    if (open == null) {
      open = sessions.open();
      session = open;
    }
    return open;
  }

  @Override
  public StatementWatch watch() {
    return watch;
  }

  /** A comparison makes databases, which no transaction can: it looks at the class's database. */
  @Override
  public SchemaAtHead schema() {
    return database == shared.database() ? shared.schema() : shared.schema(engine);
  }

  @Override
  public Registry registry() {
    return shared.registry();
  }

  @Override
  public TestDatabase database() {
    return database;
  }

  @Override
  public void close() {
    try (ending) {
      if (session != null) {
        session.close();
      }
    } catch (RuntimeException failure) {
      throw failure;
    } catch (Exception failure) {
      throw new IllegalStateException("cannot end the transaction of a test", failure);
    }
  }
}
