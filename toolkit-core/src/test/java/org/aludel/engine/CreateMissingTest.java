package org.aludel.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import org.aludel.error.SchemaException;
import org.aludel.reflect.Inspector;
import org.aludel.reflect.ReflectOptions;
import org.aludel.schema.MetaData;
import org.aludel.schema.ObjectKind;
import org.aludel.schema.ObjectReference;
import org.aludel.schema.QualifiedName;
import org.aludel.testing.PostgresTest;
import org.aludel.testing.StatementRecorder;
import org.aludel.testing.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is there is found out by one query, and neither created nor dropped twice. */
@PostgresTest(perMethod = true)
final class CreateMissingTest {
  private static final String SHOP =
      """
      CREATE SCHEMA s;
      CREATE EXTENSION citext;
      CREATE TYPE mood AS ENUM ('a');
      CREATE DOMAIN positive AS int CHECK (VALUE > 0);
      CREATE TYPE s.pair AS (x int, y int);
      CREATE TYPE span AS RANGE (SUBTYPE = float8);
      CREATE SEQUENCE numbers;
      CREATE TABLE a (id positive PRIMARY KEY, b int, m mood, CONSTRAINT ck CHECK (b > 0));
      CREATE TABLE s.b (id int PRIMARY KEY, a int REFERENCES a, n citext);
      ALTER TABLE a ADD CONSTRAINT cycle FOREIGN KEY (b) REFERENCES s.b;
      CREATE INDEX ib ON s.b (a);
      CREATE TABLE part (x int) PARTITION BY LIST (x);
      CREATE VIEW v AS SELECT id FROM a;
      CREATE MATERIALIZED VIEW s.mv AS SELECT id FROM s.b;
      """;
  private final StatementRecorder recorder = new StatementRecorder();
  private final TestDatabase database;
  private final MetaData shop;
  private final Engine engine;

  CreateMissingTest(TestDatabase database) {
    this.database = database;
    this.engine = Engine.create(recorder.wrap(database.dataSource()));
    try (TestDatabase source = database.another()) {
      source.run(SHOP);
      this.shop = reflect(source);
    }
  }

  @BeforeEach
  void clear() {
    recorder.clear();
  }

  private static MetaData reflect(TestDatabase database) {
    try (Engine engine = Engine.create(database.jdbcUrl());
        Connection connection = engine.connect()) {
      return connection.inspector().reflect(ReflectOptions.of("public"));
    }
  }

  @Test
  void createsEverythingInAnEmptyDatabaseAndThenNothing() {
    engine.createMissing(shop);
    assertThat(reflect(database)).isEqualTo(shop);
    recorder.clear();

    engine.createMissing(shop);

    assertThat(recorder.sql()).allMatch(sql -> sql.startsWith("SELECT"));
    assertThat(recorder.sql()).filteredOn(sql -> sql.contains("pg_class")).hasSize(1);
  }

  @Test
  void createsWhatIsMissingAndLeavesTheRest() {
    engine.createMissing(shop);
    database.run(
        "DROP VIEW v; DROP TABLE s.b CASCADE; DROP TABLE part; DROP SEQUENCE numbers;"
            + " ALTER TABLE a ADD CONSTRAINT cycle CHECK (b < 9); INSERT INTO a VALUES (1)");

    engine.createMissing(shop);

    MetaData found = reflect(database);
    assertThat(found.tables()).hasSameSizeAs(shop.tables());
    assertThat(found.views()).isEqualTo(shop.views());
    assertThat(found.sequences()).isEqualTo(shop.sequences());
    assertThat(found.table(new QualifiedName("s", "b")))
        .isEqualTo(shop.table(new QualifiedName("s", "b")));
    assertThat(database.query("SELECT id FROM a")).containsExactly(List.of("1"));
  }

  @Test
  void dropsWhatIsThere() {
    engine.createMissing(shop);
    database.run("DROP VIEW v; DROP TABLE s.b CASCADE; CREATE TABLE other (x int)");

    engine.dropExisting(shop);

    assertThat(reflect(database).tables())
        .extracting(table -> table.name().name())
        .containsExactly("other");
    assertThat(reflect(database).enums()).isEmpty();
    engine.dropExisting(shop);
  }

  @Test
  void aMetaDataWithRoutinesIsRefused() {
    database.run("CREATE FUNCTION f() RETURNS int LANGUAGE sql AS 'SELECT 1'");

    assertThatThrownBy(() -> engine.createMissing(reflect(database)))
        .isInstanceOf(SchemaException.class)
        .hasMessageStartingWith("ORM-SCHEMA-INVALID-OBJECT: cannot tell what is there")
        .hasMessageContaining("function f()");
  }

  @Test
  void eachKindIsFoundByItsNameAndNoOther() {
    engine.createMissing(shop);
    QualifiedName a = QualifiedName.of("a");
    QualifiedName b = new QualifiedName("s", "b");
    Set<ObjectReference> there =
        Set.of(
            ObjectReference.of(ObjectKind.SCHEMA, QualifiedName.of("s")),
            ObjectReference.of(ObjectKind.EXTENSION, QualifiedName.of("citext")),
            ObjectReference.of(ObjectKind.ENUM, QualifiedName.of("mood")),
            ObjectReference.of(ObjectKind.DOMAIN, QualifiedName.of("positive")),
            ObjectReference.of(ObjectKind.COMPOSITE_TYPE, new QualifiedName("s", "pair")),
            ObjectReference.of(ObjectKind.RANGE_TYPE, QualifiedName.of("span")),
            ObjectReference.of(ObjectKind.SEQUENCE, QualifiedName.of("numbers")),
            ObjectReference.table(a),
            ObjectReference.table(QualifiedName.of("part")),
            ObjectReference.index(b, "ib"),
            ObjectReference.of(ObjectKind.VIEW, QualifiedName.of("v")),
            ObjectReference.of(ObjectKind.MATERIALIZED_VIEW, new QualifiedName("s", "mv")),
            ObjectReference.column(a, "m"),
            ObjectReference.constraint(a, "ck"));
    Set<ObjectReference> missing =
        Set.of(
            ObjectReference.table(QualifiedName.of("v")),
            ObjectReference.table(QualifiedName.of("b")),
            ObjectReference.table(QualifiedName.of("A")),
            ObjectReference.table(QualifiedName.of("it's\\ \"a\"")),
            ObjectReference.of(ObjectKind.VIEW, a),
            ObjectReference.of(ObjectKind.ENUM, QualifiedName.of("positive")),
            ObjectReference.of(ObjectKind.SCHEMA, QualifiedName.of("nowhere")),
            ObjectReference.column(a, "x"),
            ObjectReference.constraint(b, "ck"));
    try (Connection connection = engine.connect()) {
      Inspector inspector = connection.inspector();
      recorder.clear();

      assertThat(inspector.existing(union(there, missing))).isEqualTo(there);
      assertThat(recorder.count()).isEqualTo(1);
      assertThat(inspector.hasTable(a)).isTrue();
      assertThat(inspector.hasTable(QualifiedName.of("ghost"))).isFalse();
      ObjectReference routine = new ObjectReference(ObjectKind.FUNCTION, QualifiedName.of("f"), "");
      assertThatThrownBy(() -> inspector.has(routine))
          .hasMessageStartingWith("ORM-SCHEMA-INVALID-OBJECT: cannot look up whether");
    }
  }

  private static List<ObjectReference> union(Set<ObjectReference> one, Set<ObjectReference> other) {
    return java.util.stream.Stream.concat(one.stream(), other.stream()).toList();
  }
}
