package org.aludel.test;

import org.aludel.engine.Engine;
import org.aludel.engine.SchemaCheck;
import org.aludel.orm.mapping.Registry;
import org.aludel.orm.session.Session;
import org.aludel.orm.session.SessionFactory;
import org.aludel.testing.TestDatabase;

/** The database of a test class, with real transactions: what {@code @BeforeAll} gets. */
final class ClassFixture implements Fixture {
  private final Mapping mapping;
  private final TestDatabase database;
  private final Registry registry;
  private final StatementWatch watch = new StatementWatch();
  private final Engine engine;

  ClassFixture(Mapping mapping, TestDatabase database) {
    this.mapping = mapping;
    this.database = database;
    this.registry = mapping.registry();
    this.engine = Engine.create(database.jdbcUrl(), options -> options.unpooled().listener(watch));
  }

  /** As {@link #sessions()} over another engine. That the schema is at head is known here. */
  SessionFactory sessions(Engine other) {
    return SessionFactory.of(
        other, registry, options -> options.schemaPolicy(SchemaCheck.Policy.IGNORE));
  }

  /** The comparison over another engine of the same schema. */
  SchemaAtHead schema(Engine other) {
    return new SchemaAtHead(other, mapping, registry);
  }

  @Override
  public Engine engine() {
    return engine;
  }

  @Override
  public SessionFactory sessions() {
    return sessions(engine);
  }

  @Override
  public Session session() {
    throw new IllegalStateException("a class has no session; OrmExtension refuses before");
  }

  @Override
  public StatementWatch watch() {
    return watch;
  }

  @Override
  public SchemaAtHead schema() {
    return schema(engine);
  }

  @Override
  public Registry registry() {
    return registry;
  }

  @Override
  public TestDatabase database() {
    return database;
  }

  @Override
  public void close() {
    try (database) {
      engine.close();
    }
  }
}
