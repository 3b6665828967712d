package org.aludel.orm.mutable;

import static org.aludel.orm.mutable.NotebookT.NOTEBOOK;
import static org.aludel.sql.Sql.select;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.aludel.engine.Engine;
import org.aludel.orm.mapping.Registry;
import org.aludel.orm.session.Session;
import org.aludel.orm.session.SessionFactory;
import org.aludel.testing.PostgresTest;
import org.aludel.testing.StatementRecorder;
import org.aludel.testing.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Values that change inside are found at the flush, column by column, and taken back. */
@PostgresTest
final class MutableValueTest {
  private static final Registry REGISTRY = Registry.of(NotebookBase.class);

  /** One attribute, what is done inside it, and what the row says before and after. */
  enum Change {
    LIST("pages", one -> one.pages.add("two"), "{one}", "{one,two}"),
    MAP("index", one -> one.index.put("a", "2"), "\"a\"=>\"1\"", "\"a\"=>\"2\""),
    BYTES("seal", one -> one.seal[0] = 9, "\\x0102", "\\x0902"),
    OBJECT(
        "cover",
        one -> one.cover.stickers.add("x"),
        "{\"colour\": \"red\", \"stickers\": []}",
        "{\"colour\": \"red\", \"stickers\": [\"x\"]}"),
    OBJECTS(
        "covers",
        one -> one.covers.get(0).colour = "blue",
        "[{\"colour\": \"red\", \"stickers\": []}]",
        "[{\"colour\": \"blue\", \"stickers\": []}]"),
    SET("owners", one -> one.owners.add("Bob"), "[]", "[\"Bob\"]"),
    CONVERTED("margin", one -> one.margin.width = 4, "3", "4");

    private final String column;

    @SuppressWarnings("ImmutableEnumChecker") // a function without state
    private final Consumer<Notebook> inside;

    private final String before;
    private final String after;

    Change(String column, Consumer<Notebook> inside, String before, String after) {
      this.column = column;
      this.inside = inside;
      this.before = before;
      this.after = after;
    }
  }

  private final StatementRecorder recorder = new StatementRecorder();
  private final TestDatabase database;
  private final Engine engine;
  private final SessionFactory sessions;

  MutableValueTest(TestDatabase database) {
    this.database = database;
    this.engine = Engine.create(recorder.wrap(database.dataSource()));
    this.sessions = SessionFactory.of(engine, REGISTRY);
  }

  @BeforeEach
  void fill() {
    database.run("CREATE EXTENSION IF NOT EXISTS hstore");
    engine.createAll(REGISTRY.metaData());
    sessions.inTransaction(session -> session.addAll(List.of(new Notebook(1), new Notebook(2))));
    recorder.clear();
  }

  @AfterEach
  void drop() {
    engine.dropAll(REGISTRY.metaData());
    engine.close();
  }

  private String stored(Change change) {
    return database
        .query("SELECT " + change.column + "::text FROM notebook WHERE id = 1")
        .get(0)
        .get(0);
  }

  private List<String> updates() {
    return recorder.sql().stream().filter(sql -> sql.startsWith("UPDATE")).toList();
  }

  @ParameterizedTest
  @EnumSource
  void aChangeInsideIsAnUpdateOfItsColumnAlone(Change change) {
    sessions.inTransaction(session -> change.inside.accept(session.getOne(Notebook.class, 1L)));

    assertThat(stored(change)).isEqualTo(change.after);
    assertThat(updates())
        .singleElement()
        .asString()
        .startsWith("UPDATE notebook SET " + change.column + " = ?")
        .doesNotContain(",");
  }

  @ParameterizedTest
  @EnumSource
  void aSecondChangeInsideIsFoundAfterTheFlushOfTheFirst(Change change) {
    try (Session session = sessions.open()) {
      Notebook notebook = session.getOne(Notebook.class, 1L);
      change.inside.accept(notebook);
      session.flush();
      assertThat(session.hasChanges()).isFalse();
      notebook.pages.add("three");
      assertThat(session.hasChanges()).isTrue();
    }
  }

  @ParameterizedTest
  @EnumSource
  void aRollbackPutsBackWhatWasInside(Change change) {
    try (Session session = sessions.open()) {
      Notebook notebook = session.getOne(Notebook.class, 1L);
      change.inside.accept(notebook);
      session.flush();
      session.rollback();
      change.inside.accept(notebook);
      session.commit();
    }

    assertThat(stored(change)).isEqualTo(change.after);
  }

  @ParameterizedTest
  @EnumSource
  void aRollbackPutsBackWhatWasNeverFlushed(Change change) {
    try (Session session = sessions.open()) {
      Notebook notebook = session.getOne(Notebook.class, 1L);
      change.inside.accept(notebook);
      session.rollback();
      session.commit();
    }

    assertThat(stored(change)).isEqualTo(change.before);
    assertThat(updates()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void whatARefreshBringsIsNotSharedWithWhatTheSessionRemembers(Change change) {
    sessions.inTransaction(
        session -> {
          Notebook notebook = session.getOne(Notebook.class, 1L);
          session.refresh(notebook);
          change.inside.accept(notebook);
        });

    assertThat(stored(change)).isEqualTo(change.after);
  }

  @ParameterizedTest
  @EnumSource
  void aMergedObjectSharesNothingWithTheOneThatWasGiven(Change change) {
    Notebook given = sessions.fromTransaction(session -> session.getOne(Notebook.class, 1L));
    try (Session session = sessions.open()) {
      session.merge(given);
      change.inside.accept(given);
      assertThat(session.hasChanges()).isFalse();
    }
  }

  @Test
  void equalValuesInOtherObjectsWriteNothing() {
    sessions.inTransaction(
        session -> {
          Notebook notebook = session.getOne(Notebook.class, 1L);
          Notebook equal = new Notebook(3);
          notebook.pages = equal.pages;
          notebook.index = Map.copyOf(equal.index);
          notebook.seal = equal.seal;
          notebook.cover = equal.cover;
          notebook.covers = equal.covers;
          notebook.owners = equal.owners;
          notebook.margin = equal.margin;
        });

    assertThat(updates()).isEmpty();
  }

  @Test
  void changesInsideManyObjectsAreOneStatement() {
    sessions.inTransaction(
        session ->
            session.scalars(select(NOTEBOOK)).all().forEach(one -> one.cover.stickers.add("y")));

    assertThat(updates()).hasSize(1);
    assertThat(database.query("SELECT DISTINCT cover -> 'stickers' FROM notebook"))
        .containsExactly(List.of("[\"y\"]"));
  }
}
