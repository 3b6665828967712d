package org.aludel.dialect.suite;

import java.util.List;
import org.aludel.engine.Engine;
import org.aludel.schema.Column;
import org.aludel.schema.ConstraintName;
import org.aludel.schema.ForeignKey;
import org.aludel.schema.Identity;
import org.aludel.schema.MetaData;
import org.aludel.schema.PrimaryKey;
import org.aludel.schema.QualifiedName;
import org.aludel.schema.Table;
import org.aludel.schema.UniqueConstraint;
import org.aludel.sql.ColumnReference;
import org.aludel.type.SqlTypes;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** Two tables, made for each test and dropped after it. */
abstract class DialectSuite {
  /** A primary key that the database counts, a unique name and a number. */
  static final Table CITY =
      new Table(
          QualifiedName.of("suite_city"),
          List.of(
              Column.of("id", SqlTypes.INTEGER).notNull().withIdentity(Identity.byDefault()),
              Column.of("name", SqlTypes.varchar(30)).notNull(),
              Column.of("people", SqlTypes.BIGINT)),
          List.of(
              PrimaryKey.of(ConstraintName.given("pk_suite_city"), List.of("id")),
              UniqueConstraint.of(ConstraintName.given("uq_suite_city"), List.of("name"))),
          List.of(),
          null);

  /** A reserved word as its name, and a foreign key. */
  static final Table ORDER =
      new Table(
          QualifiedName.of("order"),
          List.of(
              Column.of("id", SqlTypes.INTEGER).notNull().withIdentity(Identity.byDefault()),
              Column.of("city_id", SqlTypes.INTEGER).notNull(),
              Column.of("group", SqlTypes.TEXT)),
          List.of(
              PrimaryKey.of(ConstraintName.given("pk_suite_order"), List.of("id")),
              ForeignKey.of(
                  ConstraintName.given("fk_suite_order"),
                  List.of("city_id"),
                  CITY.name(),
                  List.of("id"))),
          List.of(),
          null);

  static final MetaData MODEL = MetaData.ofTables(List.of(CITY, ORDER));
  static final ColumnReference<Integer> CITY_ID = CITY.c("id", SqlTypes.INTEGER);
  static final ColumnReference<String> NAME = CITY.c("name", SqlTypes.varchar(30));
  static final ColumnReference<Long> PEOPLE = CITY.c("people", SqlTypes.BIGINT);
  static final ColumnReference<Integer> ORDER_ID = ORDER.c("id", SqlTypes.INTEGER);
  static final ColumnReference<Integer> ORDER_CITY = ORDER.c("city_id", SqlTypes.INTEGER);
  static final ColumnReference<String> GROUP = ORDER.c("group", SqlTypes.TEXT);

  private Engine engine;

  /**
   * An engine over an empty database, made for each test, which closes it. The database may be the
   * same for all tests.
   */
  protected abstract Engine openEngine();

  /** The engine of this test. */
  protected final Engine engine() {
    return engine;
  }

  @BeforeEach
  void createTables() {
    engine = openEngine();
    engine.createAll(MODEL);
  }

  @AfterEach
  void dropTables() {
    try (Engine used = engine) {
      used.dropExisting(MODEL);
    }
  }
}
