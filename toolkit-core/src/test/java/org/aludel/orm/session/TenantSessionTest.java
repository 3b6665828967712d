package org.aludel.orm.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Objects;
import org.aludel.engine.Connection;
import org.aludel.engine.Engine;
import org.aludel.error.UsageException;
import org.aludel.orm.bookshop.Author;
import org.aludel.orm.bookshop.AuthorT;
import org.aludel.orm.bookshop.Book;
import org.aludel.orm.bookshop.Shelf;
import org.aludel.schema.translation.SchemaTranslation;
import org.aludel.sql.Sql;
import org.aludel.testing.PostgresTest;
import org.aludel.testing.StatementRecorder;
import org.aludel.testing.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Sessions of two tenants over one factory, whose statements are compiled once. */
@PostgresTest
final class TenantSessionTest {
  private final StatementRecorder recorder = new StatementRecorder();
  private final TestDatabase database;
  private final Engine engine;
  private final SessionFactory sessions;

  TenantSessionTest(TestDatabase database) {
    this.database = database;
    this.engine = Engine.create(recorder.wrap(database.dataSource()));
    this.sessions = SessionFactory.of(engine, Bookshop.REGISTRY);
  }

  @BeforeEach
  void create() {
    for (String name : List.of("acme", "globex")) {
      database.run("DROP SCHEMA IF EXISTS " + name + " CASCADE; CREATE SCHEMA " + name);
      engine
          .withOptions(options -> options.schemas(SchemaTranslation.ofDefault(name)))
          .createAll(Bookshop.REGISTRY.metaData());
    }
    recorder.clear();
  }

  @AfterEach
  void close() {
    engine.close();
  }

  private SessionFactory tenant(String name) {
    return sessions.withOptions(options -> options.schemas(SchemaTranslation.ofDefault(name)));
  }

  private List<String> sql() {
    List<String> all = recorder.sql();
    recorder.clear();
    return all;
  }

  @Test
  void writesEachTenantsRowsIntoItsSchema() {
    tenant("acme").inTransaction(session -> session.add(new Author("Ada")));
    tenant("globex").inTransaction(session -> session.add(new Author("Bob")));

    assertThat(sql())
        .containsExactly(
            "INSERT INTO acme.author (name, email) VALUES (?, ?) RETURNING id, created",
            "INSERT INTO globex.author (name, email) VALUES (?, ?) RETURNING id, created");
    assertThat(database.query("SELECT name FROM acme.author")).containsExactly(List.of("Ada"));
    assertThat(database.query("SELECT name FROM globex.author")).containsExactly(List.of("Bob"));
  }

  @Test
  void writesAndLoadsInBulkInTheSchema() {
    SessionFactory acme = tenant("acme");
    acme.inTransaction(
        session -> {
          Author ada = session.add(new Author("Ada"));
          session.addAll(List.of(new Book("Notes", ada), new Book("Letters", ada)));
        });
    sql();

    List<String> titles =
        acme.fromTransaction(
            session -> {
              Author ada =
                  session
                      .scalars(Sql.select(AuthorT.AUTHOR).where(AuthorT.AUTHOR.name.eq("Ada")))
                      .one();
              return ada.getBooks().stream().map(Book::getTitle).sorted().toList();
            });

    assertThat(titles).containsExactly("Letters", "Notes");
    assertThat(sql())
        .hasSize(2)
        .allSatisfy(one -> assertThat(one).containsPattern("FROM acme\\.(author|book) "));
  }

  @Test
  void updatesAndDeletesInTheSchema() {
    SessionFactory acme = tenant("acme");
    Author ada = acme.fromTransaction(session -> session.add(new Author("Ada")));
    sql();

    acme.inTransaction(
        session -> Objects.requireNonNull(session.get(Author.class, ada.getId())).setName("Eve"));
    acme.inTransaction(
        session -> session.delete(Objects.requireNonNull(session.get(Author.class, ada.getId()))));

    assertThat(sql())
        .hasSize(5)
        .allSatisfy(one -> assertThat(one).containsPattern("(FROM|UPDATE) acme\\.(author|book) "));
    assertThat(database.query("SELECT * FROM acme.author")).isEmpty();
  }

  @Test
  void takesIdsFromTheSequenceOfTheTenant() {
    tenant("acme").inTransaction(session -> session.add(new Shelf("a")));
    tenant("globex").inTransaction(session -> session.add(new Shelf("g")));

    assertThat(database.query("SELECT id FROM acme.shelf"))
        .isEqualTo(database.query("SELECT id FROM globex.shelf"));
  }

  @Test
  void givesNoOptionsToAFactoryThatJoinsATransaction() {
    try (Connection connection = engine.connect()) {
      SessionFactory joining = sessions.joining(connection);

      assertThatThrownBy(() -> joining.withOptions(options -> options.label("x")))
          .isInstanceOf(UsageException.class)
          .hasMessageContaining("SESSION-UNSUPPORTED");
    }
  }
}
