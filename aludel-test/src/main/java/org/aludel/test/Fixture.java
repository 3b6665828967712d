package org.aludel.test;

import org.aludel.engine.Engine;
import org.aludel.orm.mapping.Registry;
import org.aludel.orm.session.Session;
import org.aludel.orm.session.SessionFactory;
import org.aludel.testing.TestDatabase;

/** What the parameters of a test or of its class can be. */
interface Fixture extends AutoCloseable {
  Engine engine();

  SessionFactory sessions();

  Session session();

  StatementWatch watch();

  SchemaAtHead schema();

  Registry registry();

  TestDatabase database();

  @Override
  void close();
}
