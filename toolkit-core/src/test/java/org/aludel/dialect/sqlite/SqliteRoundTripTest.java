package org.aludel.dialect.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.aludel.engine.Connection;
import org.aludel.engine.Engine;
import org.aludel.error.AludelException;
import org.aludel.reflect.ReflectOptions;
import org.aludel.schema.CheckConstraint;
import org.aludel.schema.Column;
import org.aludel.schema.Computed;
import org.aludel.schema.ConstraintName;
import org.aludel.schema.ForeignKey;
import org.aludel.schema.Identity;
import org.aludel.schema.Index;
import org.aludel.schema.IndexElement;
import org.aludel.schema.MetaData;
import org.aludel.schema.ObjectReference;
import org.aludel.schema.PrimaryKey;
import org.aludel.schema.QualifiedName;
import org.aludel.schema.ReferentialAction;
import org.aludel.schema.Table;
import org.aludel.schema.UniqueConstraint;
import org.aludel.type.SqlTypes;
import org.junit.jupiter.api.Test;

/** What is created is read back as the same, and dropped again. */
final class SqliteRoundTripTest {
  private static final QualifiedName AUTHOR = QualifiedName.of("author");
  private static final QualifiedName BOOK = QualifiedName.of("Book of \"order\"");

  private static Table author() {
    return new Table(
        AUTHOR,
        List.of(
            Column.of("id", SqlTypes.INTEGER).notNull().withIdentity(Identity.byDefault()),
            Column.of("name", SqlTypes.varchar(30)).notNull().withCollation("NOCASE"),
            Column.of("born", SqlTypes.DATE),
            Column.of("score", SqlTypes.numeric(10, 2)).withServerDefault("-1.5"),
            Column.of("shout", SqlTypes.TEXT).withComputed(new Computed("upper(name)", true))),
        List.of(
            PrimaryKey.of(ConstraintName.given("pk_author"), List.of("id")),
            UniqueConstraint.of(ConstraintName.given("uq_author_name"), List.of("name", "born")),
            CheckConstraint.of(
                ConstraintName.given("ck, (odd)"), "name <> ')' AND length(name) > 0")),
        List.of(
            new Index(
                ConstraintName.given("ix_author_shape"),
                true,
                "btree",
                List.of(
                    IndexElement.expression("lower(name)"),
                    new IndexElement("born", null, "BINARY", null, true, true)),
                List.of(),
                "born IS NOT NULL",
                false,
                Map.of(),
                null,
                true)),
        null);
  }

  private static Table book() {
    return new Table(
        BOOK,
        List.of(
            Column.of("id", SqlTypes.UUID_TYPE).notNull(), Column.of("author_id", SqlTypes.BIGINT)),
        List.of(
            PrimaryKey.of(ConstraintName.given("pk_book"), List.of("id")),
            ForeignKey.of(
                    ConstraintName.given("fk_book_author"),
                    List.of("author_id"),
                    AUTHOR,
                    List.of("id"))
                .withActions(ReferentialAction.CASCADE, ReferentialAction.SET_NULL)),
        List.of(),
        null);
  }

  @Test
  void readsBackWhatItCreatedAndDropsIt() {
    MetaData model = MetaData.ofTables(List.of(book(), author()));

    try (Engine engine = Engine.create("sqlite::memory:")) {
      engine.createAll(model);

      assertThat(reflect(engine).tables()).containsExactlyInAnyOrder(book(), author());

      engine.dropAll(model);
      assertThat(reflect(engine)).isEqualTo(MetaData.empty());
    }
  }

  @Test
  void createsCyclesOfForeignKeysInTheTablesThemselves() {
    Table left = node("left_node", "right_node");
    Table right = node("right_node", "left_node");

    try (Engine engine = Engine.create("sqlite::memory:")) {
      engine.createAll(MetaData.ofTables(List.of(left, right)));

      assertThat(reflect(engine).tables()).containsExactly(left, right);
    }
  }

  private static Table node(String name, String other) {
    return new Table(
        QualifiedName.of(name),
        List.of(
            Column.of("id", SqlTypes.INTEGER).notNull().withIdentity(Identity.byDefault()),
            Column.of("other_id", SqlTypes.INTEGER)),
        List.of(
            PrimaryKey.of(ConstraintName.given("pk_" + name), List.of("id")),
            ForeignKey.of(
                ConstraintName.given("fk_" + name),
                List.of("other_id"),
                QualifiedName.of(other),
                List.of("id"))),
        List.of(),
        null);
  }

  @Test
  void createsWhatIsMissingAlone() {
    try (Engine engine = Engine.create("sqlite::memory:")) {
      engine.createAll(MetaData.ofTables(List.of(author())));

      engine.createMissing(MetaData.ofTables(List.of(author(), book())));

      assertThat(reflect(engine).tables()).hasSize(2);
    }
  }

  @Test
  void findsWhatExists() {
    try (Engine engine = Engine.create("sqlite::memory:")) {
      engine.createAll(MetaData.ofTables(List.of(author())));
      List<ObjectReference> there =
          List.of(
              author().reference(),
              ObjectReference.column(AUTHOR, "born"),
              ObjectReference.constraint(AUTHOR, "uq_author_name"),
              ObjectReference.index(AUTHOR, "ix_author_shape"));

      try (Connection connection = engine.connect()) {
        assertThat(connection.inspector().existing(there))
            .containsExactlyInAnyOrderElementsOf(there);
        assertThat(connection.inspector().existing(List.of(book().reference()))).isEmpty();
      }
    }
  }

  @Test
  void readsViewsAndTriggersByTheirTexts() {
    try (Engine engine = Engine.create("sqlite::memory:")) {
      engine.createAll(MetaData.ofTables(List.of(author())));
      engine.update("CREATE VIEW named AS SELECT id, name FROM author");
      engine.update(
          "CREATE TRIGGER heard AFTER INSERT ON author BEGIN UPDATE author SET name = name; END");

      MetaData found = reflect(engine);

      assertThat(found.views().get(0).definition()).isEqualTo("SELECT id, name FROM author");
      assertThat(found.views().get(0).columns())
          .extracting(Column::name)
          .containsExactly("id", "name");
      assertThat(found.definedObjects().get(0).reference()).hasToString("trigger author.heard");
    }
  }

  @Test
  void refusesWhatOnlyAnotherDatabaseHas() {
    Table unlogged =
        new Table(
            AUTHOR,
            List.of(Column.of("id", SqlTypes.INTEGER)),
            List.of(),
            List.of(),
            null,
            new Table.Options(
                true, Map.of(), null, new Table.RowSecurity(false, false), null, null),
            List.of(),
            null);

    try (Engine engine = Engine.create("sqlite::memory:")) {
      assertThatThrownBy(() -> engine.createAll(MetaData.ofTables(List.of(unlogged))))
          .isInstanceOf(AludelException.class)
          .hasMessageContaining("ORM-SQL-UNSUPPORTED-STATEMENT")
          .hasMessageContaining("\"author\" in SQLite");
    }
  }

  static MetaData reflect(Engine engine) {
    try (Connection connection = engine.connect()) {
      return connection.inspector().reflect(ReflectOptions.of("main"));
    }
  }
}
