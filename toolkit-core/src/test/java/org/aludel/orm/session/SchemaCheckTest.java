package org.aludel.orm.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.aludel.engine.Engine;
import org.aludel.engine.SchemaCheck;
import org.aludel.orm.bookshop.Author;
import org.aludel.testing.PostgresTest;
import org.aludel.testing.TestDatabase;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@PostgresTest
final class SchemaCheckTest {
  /** What a module of migrations would bring. */
  public static final class Behind implements SchemaCheck {
    static final AtomicInteger CALLS = new AtomicInteger();
    static @Nullable String database;

    @Override
    public void check(Engine engine, Application application, Policy policy) {
      CALLS.incrementAndGet();
      database = application.database();
      if (policy == Policy.FAIL) {
        throw new IllegalStateException("behind");
      }
    }
  }

  @TempDir Path folder;

  @BeforeEach
  void forget() {
    Behind.CALLS.set(0);
  }

  @Test
  void runsOnceBeforeTheFirstStatement(TestDatabase database) throws IOException {
    try (URLClassLoader application = application()) {
      Bookshop shop =
          Bookshop.fresh(
              database,
              options -> options.classLoader(application).schemaPolicy(SchemaCheck.Policy.WARN));
      assertThat(Behind.CALLS).hasValue(0);

      shop.sessions.inTransaction(session -> session.add(new Author("Ada")));
      shop.sessions.readOnly().inTransaction(session -> session.get(Author.class, 1));

      assertThat(Behind.CALLS).hasValue(1);
    }
  }

  @Test
  void failsBeforeAnythingIsReadAndAsksAgain(TestDatabase database) throws IOException {
    try (URLClassLoader application = application()) {
      Bookshop shop = Bookshop.fresh(database, options -> options.classLoader(application));

      for (int attempt = 1; attempt <= 2; attempt++) {
        assertThatThrownBy(
                () -> shop.sessions.inTransaction(session -> session.get(Author.class, 1)))
            .hasMessage("behind");
        assertThat(Behind.CALLS).hasValue(attempt);
      }
      assertThat(shop.sql()).isEmpty();
    }
  }

  @Test
  void isToldWhichOfSeveralDatabasesIsMeant(TestDatabase database) throws IOException {
    try (URLClassLoader application = application()) {
      Bookshop shop =
          Bookshop.fresh(
              database,
              options ->
                  options
                      .classLoader(application)
                      .database("billing")
                      .schemaPolicy(SchemaCheck.Policy.WARN));

      shop.sessions.readOnly().inTransaction(session -> session.get(Author.class, 1));

      assertThat(Behind.database).isEqualTo("billing");
    }
  }

  @Test
  void isLeftOutWhereItIsIgnored(TestDatabase database) throws IOException {
    try (URLClassLoader application = application()) {
      Bookshop shop =
          Bookshop.fresh(
              database,
              options -> options.classLoader(application).schemaPolicy(SchemaCheck.Policy.IGNORE));

      shop.sessions.inTransaction(session -> session.get(Author.class, 1));

      assertThat(Behind.CALLS).hasValue(0);
    }
  }

  private URLClassLoader application() throws IOException {
    Path services = Files.createDirectories(folder.resolve("META-INF/services"));
    Files.writeString(services.resolve(SchemaCheck.class.getName()), Behind.class.getName());
    return new URLClassLoader(
        new URL[] {folder.toUri().toURL()}, SchemaCheckTest.class.getClassLoader());
  }
}
