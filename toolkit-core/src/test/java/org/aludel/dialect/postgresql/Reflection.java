package org.aludel.dialect.postgresql;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.aludel.ddl.CreateOrder;
import org.aludel.ddl.DdlStatement;
import org.aludel.reflect.ReflectOptions;
import org.aludel.schema.MetaData;
import org.aludel.schema.QualifiedName;
import org.aludel.schema.Table;
import org.aludel.testing.TestDatabase;

/** What tests of reflection do again and again. */
final class Reflection {
  private Reflection() {}

  /** Everything in a database whose default schema is public. */
  static MetaData of(TestDatabase database) {
    return of(database, ReflectOptions.of("public"));
  }

  static MetaData of(TestDatabase database, ReflectOptions options) {
    try (Connection connection = database.open()) {
      return new PostgresCatalogReader().read(connection, options);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  static Table table(TestDatabase database, String name) {
    return of(database).table(QualifiedName.of(name)).orElseThrow();
  }

  /** Runs what creates all of the metadata, statement by statement. */
  static void create(TestDatabase database, MetaData metaData) {
    PostgresDdlCompiler compiler = new PostgresDdlCompiler();
    try (Connection connection = database.open();
        Statement statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      statement.setEscapeProcessing(false);
      for (DdlStatement one : CreateOrder.createAll(metaData)) {
        execute(statement, compiler.compile(one));
      }
      connection.commit();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Runs what drops all of the metadata. */
  static void drop(TestDatabase database, MetaData metaData) {
    PostgresDdlCompiler compiler = new PostgresDdlCompiler();
    try (Connection connection = database.open();
        Statement statement = connection.createStatement()) {
      statement.setEscapeProcessing(false);
      for (DdlStatement one : CreateOrder.dropAll(metaData)) {
        execute(statement, compiler.compile(one));
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void execute(Statement statement, String sql) {
    try {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(e.getMessage() + "\n  in: " + sql, e);
    }
  }
}
