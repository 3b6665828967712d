package org.aludel.migrations.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.aludel.migrations.extension.ComparedName;
import org.aludel.migrations.extension.ComparedObject;
import org.aludel.migrations.extension.ComparisonAdditions;
import org.aludel.migrations.extension.Filters;
import org.aludel.migrations.extension.NameFilter;
import org.aludel.migrations.extension.ObjectFilter;
import org.aludel.migrations.operation.Operation;
import org.aludel.migrations.plan.Evolution;
import org.aludel.testing.PostgresTest;
import org.aludel.testing.TestDatabase;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Numbers are those of the scenarios: filters by name see the database, those by object both. */
@PostgresTest
final class FilterScenarioTest {
  private static final String FOUR_BEFORE =
      """
      CREATE TABLE t1 (x integer); CREATE TABLE t6 (x integer);
      CREATE SCHEMA test_schema;
      CREATE TABLE test_schema.t2 (x integer); CREATE TABLE test_schema.t7 (x integer);
      """;
  private static final String FOUR_AFTER =
      """
      CREATE TABLE t3 (x integer); CREATE TABLE t6 (x integer);
      CREATE SCHEMA test_schema;
      CREATE TABLE test_schema.t4 (x integer); CREATE TABLE test_schema.t7 (x integer);
      """;

  private static Evolution evolution;

  @BeforeAll
  static void open(TestDatabase database) {
    evolution = Evolution.on(database);
  }

  @BeforeEach
  void empty() {
    evolution.reset();
  }

  private static List<String> found(Filters filters) {
    ComparisonAdditions additions = ComparisonAdditions.none().with(filters);
    Differences differences =
        Comparison.compare(
            evolution.reflectLive(),
            evolution.reflectWanted(),
            evolution.options().withAdditions(additions));
    return differences.operations().stream().map(Operation::describe).toList();
  }

  private static List<String> byName(NameFilter filter) {
    return found(Filters.none().byName(filter));
  }

  private static List<String> byObject(ObjectFilter filter) {
    return found(Filters.none().byObject(filter));
  }

  private static NameFilter tables(String... names) {
    return name -> !name.kind().equals("table") || Set.of(names).contains(name.name());
  }

  private static ObjectFilter onlyTable(String table) {
    return object -> !object.name().kind().equals("table") || object.name().name().equals(table);
  }

  private static ObjectFilter without(String kind, String name) {
    return object -> !object.name().kind().equals(kind) || !object.name().name().equals(name);
  }

  @Test
  void anObjectFilterLetsTablesOfEitherSideThrough() {
    evolution.before(FOUR_BEFORE).after(FOUR_AFTER);

    assertThat(byObject(onlyTable("t3"))).as("29").containsExactly("create table  t3");
    assertThat(byObject(onlyTable("t4"))).as("30").containsExactly("create table  test_schema.t4");
    assertThat(byObject(onlyTable("t1"))).as("31").containsExactly("drop table  t1");
    assertThat(byObject(onlyTable("t2"))).as("32").containsExactly("drop table  test_schema.t2");
  }

  @Test
  void aNameFilterHidesTablesOfTheDatabaseAlone() {
    evolution.before(FOUR_BEFORE).after(FOUR_AFTER);

    assertThat(byName(tables("t1", "t6")))
        .as("33")
        .containsExactly(
            "create table  t3",
            "create table  test_schema.t4",
            "create table  test_schema.t7",
            "drop table  t1");
  }

  @Test
  void aNameFilterHidesWholeSchemasOfTheDatabase() {
    evolution.before(FOUR_BEFORE).after(FOUR_AFTER);
    NameFilter standard = name -> !name.kind().equals("schema") || name.name().equals("public");
    NameFilter other = name -> !name.kind().equals("schema") || name.name().equals("test_schema");

    assertThat(byName(standard))
        .as("34")
        .containsExactly(
            "create schema  test_schema",
            "create table  t3",
            "create table  test_schema.t4",
            "create table  test_schema.t7",
            "drop table  t1");
    assertThat(byName(other))
        .as("35")
        .containsExactly(
            "create table  t3",
            "create table  t6",
            "create table  test_schema.t4",
            "drop table  test_schema.t2");
  }

  @Test
  void filtersAreToldKindNameAndWhereItIs() {
    String sql =
        """
        CREATE TABLE t1 (x integer, CONSTRAINT positive CHECK (x > 0));
        CREATE FUNCTION twice(integer) RETURNS integer LANGUAGE sql RETURN $1 * 2;
        """;
    evolution.before(sql).after("CREATE TABLE t1 (x integer)");
    List<ComparedName> names = new ArrayList<>();
    List<ComparedObject> objects = new ArrayList<>();
    Filters filters = Filters.none().byName(names::add).byObject(objects::add);

    found(filters);

    assertThat(names)
        .as("39")
        .contains(
            new ComparedName("schema", "public", null, null),
            new ComparedName("table", "t1", "public", null),
            new ComparedName("column", "x", "public", "t1"),
            new ComparedName("check_constraint", "positive", "public", "t1"),
            new ComparedName("function", "twice(integer)", "public", null))
        .doesNotHaveDuplicates();
    assertThat(objects)
        .filteredOn(each -> each.name().kind().equals("table"))
        .singleElement()
        .satisfies(each -> assertThat(each.reflected()).isFalse())
        .satisfies(each -> assertThat(each.counterpart()).isNotNull());
  }

  @Test
  void anObjectThatOneSideHasIsShownOnce() {
    evolution
        .before("CREATE TABLE t (x integer, CONSTRAINT positive CHECK (x > 0))")
        .after("CREATE TABLE t (x integer)");
    List<ComparedObject> asked = new ArrayList<>();

    List<String> found =
        byObject(
            object -> {
              boolean check = object.name().kind().equals("check_constraint");
              if (check) {
                asked.add(object);
              }
              return !check;
            });

    assertThat(found).as("269").isEmpty();
    assertThat(asked)
        .singleElement()
        .satisfies(
            each -> {
              assertThat(each.name().name()).isEqualTo("positive");
              assertThat(each.reflected()).isTrue();
              assertThat(each.counterpart()).isNull();
            });
    assertThat(byName(name -> !name.kind().equals("check_constraint"))).isEmpty();
  }

  @Test
  void keysToAHiddenTableAreDroppedWithoutIt() {
    evolution
        .before(
            """
            CREATE TABLE parent (id integer PRIMARY KEY, other integer UNIQUE);
            CREATE TABLE child (a integer CONSTRAINT one REFERENCES parent,
              b integer CONSTRAINT two REFERENCES parent (other));
            """)
        .after("CREATE TABLE child (a integer, b integer)");

    assertThat(byName(name -> !"parent".equals(name.name())))
        .as("40, 45")
        .containsExactly(
            "drop foreign key  child: one (a) -> parent(id)",
            "drop foreign key  child: two (b) -> parent(other)");
    assertThat(byName(name -> !("parent".equals(name.table()) && name.kind().equals("column"))))
        .as("46")
        .contains("drop foreign key  child: one (a) -> parent(id)");
  }

  @Test
  void aHiddenTableInTheMiddleKeepsWhatItNeeds() {
    evolution
        .before(
            """
            CREATE TABLE grandparent (id integer PRIMARY KEY);
            CREATE TABLE parent (id integer PRIMARY KEY REFERENCES grandparent);
            CREATE TABLE child (id integer CONSTRAINT one REFERENCES parent);
            """)
        .after(
            "CREATE TABLE grandparent (id integer PRIMARY KEY); CREATE TABLE child (id integer)");

    assertThat(byName(name -> !"parent".equals(name.name())))
        .as("47")
        .containsExactly("drop foreign key  child: one (id) -> parent(id)");
  }

  @Test
  void aKeyToAHiddenTableThatIsNotThereIsNotAdded() {
    evolution.after(
        """
        CREATE TABLE parent (id integer PRIMARY KEY);
        CREATE TABLE child (id integer CONSTRAINT one REFERENCES parent);
        """);

    Differences differences =
        Comparison.compare(
            evolution.reflectLive(),
            evolution.reflectWanted(),
            evolution
                .options()
                .withAdditions(
                    ComparisonAdditions.none()
                        .with(Filters.none().byObject(without("table", "parent")))));

    assertThat(differences.model().tables())
        .singleElement()
        .satisfies(child -> assertThat(child.foreignKeys()).isEmpty());
  }

  @Test
  void aKeyToAHiddenTableThatIsThereIsAdded() {
    evolution
        .before("CREATE TABLE parent (id integer PRIMARY KEY); CREATE TABLE child (id integer)")
        .after(
            """
            CREATE TABLE parent (id integer PRIMARY KEY);
            CREATE TABLE child (id integer CONSTRAINT one REFERENCES parent);
            """);

    assertThat(byObject(without("table", "parent")))
        .containsExactly("add foreign key  child: one (id) -> parent(id)");
  }

  @Test
  void aKeyIsHiddenByName() {
    String tables = "CREATE TABLE p (id integer PRIMARY KEY);";
    evolution
        .before(
            tables
                + "CREATE TABLE c (a integer CONSTRAINT fk1 REFERENCES p,"
                + " b integer CONSTRAINT fk2 REFERENCES p)")
        .after(tables + "CREATE TABLE c (a integer, b integer)");

    assertThat(byObject(without("foreign_key_constraint", "fk1")))
        .as("213")
        .containsExactly("drop foreign key  c: fk2 (b) -> p(id)");
    assertThat(byName(name -> !name.name().equals("fk1")))
        .as("213")
        .containsExactly("drop foreign key  c: fk2 (b) -> p(id)");
  }

  @Test
  void aKeyOfTheModelIsHiddenByObject() {
    String tables = "CREATE TABLE p (id integer PRIMARY KEY);";
    evolution
        .before(tables + "CREATE TABLE c (a integer, b integer)")
        .after(
            tables
                + "CREATE TABLE c (a integer CONSTRAINT fk1 REFERENCES p,"
                + " b integer CONSTRAINT fk2 REFERENCES p)");

    assertThat(byObject(without("foreign_key_constraint", "fk1")))
        .as("214")
        .containsExactly("add foreign key  c: fk2 (b) -> p(id)");
  }

  @Test
  void oneOfTwoIndexesOrUniqueConstraintsIsHidden() {
    String plain = "CREATE TABLE t (x integer, y integer);";
    String indexes = plain + "CREATE INDEX i1 ON t (x); CREATE INDEX i2 ON t (y);";
    String other = plain + "CREATE INDEX i1 ON t (y, x); CREATE INDEX i2 ON t (y DESC);";
    evolution.before(indexes).after(plain);
    assertThat(byObject(without("index", "i1"))).containsExactly("drop index  t: i2 (y)");
    assertThat(byName(name -> !name.name().equals("i1"))).containsExactly("drop index  t: i2 (y)");

    evolution.reset();
    evolution.before(plain).after(indexes);
    assertThat(byObject(without("index", "i1"))).containsExactly("create index  t: i2 (y)");

    evolution.reset();
    evolution.before(indexes).after(other);
    assertThat(byObject(without("index", "i1")))
        .containsExactly("drop index  t: i2 (y)", "create index  t: i2 (y desc)");
  }

  @Test
  void oneOfTwoChangedUniqueConstraintsIsHidden() {
    evolution
        .before(
            "CREATE TABLE t (x integer, y integer, CONSTRAINT u1 UNIQUE (x), CONSTRAINT u2 UNIQUE"
                + " (y))")
        .after(
            "CREATE TABLE t (x integer, y integer, CONSTRAINT u1 UNIQUE (x, y), CONSTRAINT u2"
                + " UNIQUE (y, x))");

    assertThat(byObject(without("unique_constraint", "u1")))
        .as("259")
        .containsExactly("drop unique  t: u2 (y)", "add unique  t: u2 (y, x)");
  }

  @Test
  void filtersAndPatternsAreComposed() {
    evolution.after(
        "CREATE TABLE a (x integer); CREATE TABLE b (x integer); CREATE TABLE c (x integer)");

    Differences differences =
        Comparison.compare(
            evolution.reflectLive(),
            evolution.reflectWanted(),
            evolution
                .options()
                .withExclusions(Exclusions.none().and("table", "a"))
                .withAdditions(
                    ComparisonAdditions.none()
                        .with(
                            Filters.none().byObject(without("table", "b")).byName(name -> true))));

    assertThat(differences.operations().stream().map(Operation::describe))
        .containsExactly("create table  c");
  }
}
