package org.aludel.test;

import org.aludel.engine.Engine;
import org.aludel.migrations.command.Migrations;
import org.aludel.orm.mapping.Registry;
import org.aludel.testing.TestDatabase;
import org.aludel.testing.TestDatabases;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * The database that those of test classes are copied from. Not closed: it ends with the server,
 * which JUnit's stores close before it.
 */
record Template(TestDatabase database) {
  /** A new database with the schema and nobody connected. */
  static Template make(ExtensionContext context, Mapping mapping) {
    TestDatabase template = TestDatabases.create(context, "template");
    try (Engine engine = Engine.create(template.jdbcUrl(), options -> options.unpooled())) {
      fill(engine, mapping);
      return new Template(template);
    } catch (RuntimeException failure) {
      template.close();
      throw failure;
    }
  }

  private static void fill(Engine engine, Mapping mapping) {
    if (usesRevisions(engine, mapping)) {
      migrations(engine, mapping).upgrade("heads");
    } else {
      Registry registry = mapping.registry();
      engine.createAll(registry.metaData());
    }
  }

  /** Whether the schema is that of revisions rather than of the classes. */
  static boolean usesRevisions(Engine engine, Mapping mapping) {
    return mapping.schema() == OrmTest.Schema.HEAD
        && !migrations(engine, mapping).heads().heads().isEmpty();
  }

  static Migrations migrations(Engine engine, Mapping mapping) {
    return Migrations.of(engine).packedIn(mapping.loader(), mapping.database());
  }
}
