package org.aludel.dialect.postgresql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.aludel.schema.CheckConstraint;
import org.aludel.schema.Column;
import org.aludel.schema.Constraint;
import org.aludel.schema.ConstraintName;
import org.aludel.schema.Deferral;
import org.aludel.schema.ExcludeConstraint;
import org.aludel.schema.ForeignKey;
import org.aludel.schema.Index;
import org.aludel.schema.IndexElement;
import org.aludel.schema.MatchType;
import org.aludel.schema.PrimaryKey;
import org.aludel.schema.QualifiedName;
import org.aludel.schema.ReferentialAction;
import org.aludel.schema.Table;
import org.aludel.schema.UniqueConstraint;
import org.aludel.testing.PostgresTest;
import org.aludel.testing.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One property of a constraint or index a test. */
@PostgresTest(perMethod = true)
class PostgresCatalogRulesTest {
  private static final ConstraintName K = ConstraintName.given("k");

  private static List<Constraint> constraints(TestDatabase database, String rule) {
    database.run("CREATE TABLE t (a int, b int, c text, d int, CONSTRAINT k " + rule + ")");
    return Reflection.table(database, "t").constraints();
  }

  private static Index index(TestDatabase database, String definition) {
    database.run("CREATE TABLE t (a int, b int, c text, d jsonb)");
    database.run("CREATE INDEX i ON t " + definition);
    return Reflection.table(database, "t").indexes().get(0);
  }

  @Test
  void findsPrimaryKeysInKeyOrder(TestDatabase database) {
    assertThat(constraints(database, "PRIMARY KEY (b, a) INCLUDE (d, c) DEFERRABLE"))
        .containsExactly(
            new PrimaryKey(
                K, List.of("b", "a"), List.of("d", "c"), Deferral.INITIALLY_IMMEDIATE, null));
    assertThat(Reflection.table(database, "t").indexes()).isEmpty();
  }

  @Test
  void findsUniqueConstraints(TestDatabase database) {
    assertThat(
            constraints(
                database,
                "UNIQUE NULLS NOT DISTINCT (b, a) INCLUDE (c) DEFERRABLE INITIALLY DEFERRED"))
        .containsExactly(
            new UniqueConstraint(
                K, List.of("b", "a"), List.of("c"), true, Deferral.INITIALLY_DEFERRED, null));
  }

  @Test
  void aPlainUniqueConstraintIsPlain(TestDatabase database) {
    assertThat(constraints(database, "UNIQUE (a)"))
        .containsExactly(UniqueConstraint.of(K, List.of("a")));
  }

  @Test
  void findsChecks(TestDatabase database) {
    assertThat(constraints(database, "CHECK (a > 0 AND (c <> ')' OR b < 1)) NO INHERIT"))
        .containsExactly(
            new CheckConstraint(K, "(a > 0) AND ((c <> ')'::text) OR (b < 1))", true, true, null));
  }

  @Test
  void findsThatConstraintsAreNotValid(TestDatabase database) {
    database.run(
        "CREATE TABLE t (a int PRIMARY KEY);"
            + " ALTER TABLE t ADD CONSTRAINT c CHECK (a > 0) NOT VALID;"
            + " ALTER TABLE t ADD CONSTRAINT f FOREIGN KEY (a) REFERENCES t (a) NOT VALID");

    assertThat(Reflection.table(database, "t").constraints())
        .extracting(Constraint::validated)
        .containsExactly(true, false, false);
  }

  @Test
  void aPlainForeignKeyIsPlain(TestDatabase database) {
    database.run("CREATE SCHEMA s; CREATE TABLE s.p (x int, y int, UNIQUE (y, x))");
    assertThat(constraints(database, "FOREIGN KEY (b, a) REFERENCES s.p (x, y)"))
        .containsExactly(
            ForeignKey.of(K, List.of("b", "a"), new QualifiedName("s", "p"), List.of("x", "y")));
  }

  @Test
  void findsEveryPropertyOfAForeignKey(TestDatabase database) {
    database.run("CREATE TABLE p (x int, y int, UNIQUE (x, y))");
    assertThat(
            constraints(
                database,
                "FOREIGN KEY (a, b) REFERENCES p (x, y) ON UPDATE CASCADE"
                    + " ON DELETE SET NULL (b) DEFERRABLE INITIALLY DEFERRED"))
        .containsExactly(
            new ForeignKey(
                K,
                List.of("a", "b"),
                QualifiedName.of("p"),
                List.of("x", "y"),
                ReferentialAction.SET_NULL,
                List.of("b"),
                ReferentialAction.CASCADE,
                MatchType.SIMPLE,
                Deferral.INITIALLY_DEFERRED,
                true,
                null));
  }

  @ParameterizedTest
  @CsvSource({"NO ACTION", "RESTRICT", "CASCADE", "SET NULL", "SET DEFAULT"})
  void findsEveryAction(String action, TestDatabase database) {
    database.run("CREATE TABLE p (x int PRIMARY KEY)");
    String rule = "FOREIGN KEY (a) REFERENCES p MATCH FULL ON DELETE %s ON UPDATE %s";

    ForeignKey found = (ForeignKey) constraints(database, rule.formatted(action, action)).get(0);
    assertThat(found.onDelete().sql()).isEqualTo(action);
    assertThat(found.onUpdate().sql()).isEqualTo(action);
    assertThat(found.match()).isEqualTo(MatchType.FULL);
  }

  @Test
  void aForeignKeyToAPartitionedTableIsOne(TestDatabase database) {
    database.run(
        "CREATE TABLE p (x int PRIMARY KEY) PARTITION BY RANGE (x);"
            + " CREATE TABLE p1 PARTITION OF p FOR VALUES FROM (1) TO (2);"
            + " CREATE TABLE p2 PARTITION OF p FOR VALUES FROM (2) TO (3)");

    assertThat(constraints(database, "FOREIGN KEY (a) REFERENCES p"))
        .containsExactly(ForeignKey.of(K, List.of("a"), QualifiedName.of("p"), List.of("x")));
  }

  @Test
  void findsEveryPropertyOfAnExclusion(TestDatabase database) {
    database.run("CREATE SCHEMA ext; CREATE EXTENSION btree_gist SCHEMA ext");
    database.run(
        "CREATE TABLE t (room text, during tsrange, x int, CONSTRAINT k EXCLUDE USING gist"
            + " (room COLLATE \"C\" WITH =, (during * '[2020-01-01,2021-01-01)') WITH &&)"
            + " INCLUDE (x) WHERE (x > 0) DEFERRABLE)");

    assertThat(Reflection.table(database, "t").constraints())
        .containsExactly(
            new ExcludeConstraint(
                K,
                "gist",
                List.of(
                    new ExcludeConstraint.Element(
                        new IndexElement("room", null, "\"C\"", null, false, false), "="),
                    new ExcludeConstraint.Element(
                        IndexElement.expression(
                            "during * '[\"2020-01-01 00:00:00\",\"2021-01-01"
                                + " 00:00:00\")'::tsrange"),
                        "&&")),
                List.of("x"),
                "x > 0",
                Deferral.INITIALLY_IMMEDIATE,
                null));
  }

  @Test
  void operatorsOutsideTheDefaultSchemaAreQualified(TestDatabase database) {
    database.run("CREATE SCHEMA ext; CREATE EXTENSION ltree SCHEMA ext");
    database.run(
        "SET search_path = ext, public; CREATE TABLE public.t (x ext.ltree,"
            + " CONSTRAINT k EXCLUDE USING btree (x WITH =))");

    ExcludeConstraint found =
        (ExcludeConstraint) Reflection.table(database, "t").constraints().get(0);
    assertThat(found.elements().get(0).operator()).isEqualTo("OPERATOR(ext.=)");
  }

  @Test
  void findsCommentsOfConstraintsAndIndexes(TestDatabase database) {
    database.run("CREATE TABLE t (a int, CONSTRAINT k CHECK (a > 0)); CREATE INDEX i ON t (a)");
    database.run("COMMENT ON CONSTRAINT k ON t IS 'c'; COMMENT ON INDEX i IS 'x'");

    Table table = Reflection.table(database, "t");
    assertThat(table.constraints().get(0).comment()).isEqualTo("c");
    assertThat(table.indexes().get(0).comment()).isEqualTo("x");
  }

  @Test
  void aPlainIndexIsPlain(TestDatabase database) {
    assertThat(index(database, "(b, a)"))
        .isEqualTo(Index.of(ConstraintName.given("i"), false, List.of("b", "a")));
  }

  @Test
  void findsEveryPropertyOfAnIndex(TestDatabase database) {
    database.run("CREATE TABLE t (a int, b int, c text, d int)");
    database.run(
        "CREATE UNIQUE INDEX i ON t (a, c) INCLUDE (d, b) NULLS NOT DISTINCT"
            + " WITH (fillfactor = 50, deduplicate_items = off) WHERE b > 0");

    assertThat(Reflection.table(database, "t").indexes())
        .containsExactly(
            new Index(
                ConstraintName.given("i"),
                true,
                "btree",
                List.of(IndexElement.column("a"), IndexElement.column("c")),
                List.of("d", "b"),
                "b > 0",
                true,
                new TreeMap<>(Map.of("fillfactor", "50", "deduplicate_items", "off")),
                null,
                true));
  }

  @Test
  void findsDirectionAndPlaceOfNulls(TestDatabase database) {
    assertThat(
            index(database, "(a DESC, b DESC NULLS LAST, c NULLS FIRST, lower(c) ASC NULLS LAST)")
                .elements())
        .containsExactly(
            new IndexElement("a", null, null, null, true, true),
            new IndexElement("b", null, null, null, true, false),
            new IndexElement("c", null, null, null, false, true),
            IndexElement.expression("lower(c)"));
  }

  @Test
  void findsExpressions(TestDatabase database) {
    assertThat(index(database, "((a + b), a, ((d -> 'x') ->> 'y'))").elements())
        .containsExactly(
            IndexElement.expression("a + b"),
            IndexElement.column("a"),
            IndexElement.expression("(d -> 'x'::text) ->> 'y'::text"));
  }

  @Test
  void findsCollationsOfKeys(TestDatabase database) {
    database.run("CREATE TABLE t (a text, b text COLLATE \"C\")");
    database.run(
        "CREATE INDEX i ON t (a COLLATE \"C\", b, b COLLATE \"default\", lower(a) COLLATE \"C\","
            + " lower(b) COLLATE \"default\")");

    assertThat(Reflection.table(database, "t").indexes().get(0).elements())
        .extracting(IndexElement::collation)
        .containsExactly("\"C\"", null, "\"default\"", "\"C\"", "\"default\"");
  }

  @Test
  void findsOperatorClassesThatAreNotTheDefault(TestDatabase database) {
    database.run("CREATE SCHEMA ext; CREATE EXTENSION pg_trgm SCHEMA ext; CREATE EXTENSION citext");
    database.run("CREATE TABLE t (a text, b citext, c varchar, d int4range)");
    database.run("CREATE INDEX i1 ON t (a text_pattern_ops, a, c, c varchar_pattern_ops)");
    database.run("CREATE INDEX i2 ON t USING gist (a ext.gist_trgm_ops (siglen = 32), d)");
    database.run("CREATE INDEX i3 ON t (b, b text_ops)");

    List<Index> found = Reflection.table(database, "t").indexes();
    assertThat(found.get(0).elements())
        .extracting(IndexElement::operatorClass)
        .containsExactly("text_pattern_ops", null, null, "varchar_pattern_ops");
    assertThat(found.get(1).elements())
        .extracting(IndexElement::operatorClass)
        .containsExactly("ext.gist_trgm_ops (siglen='32')", null);
    assertThat(found.get(2).elements())
        .extracting(IndexElement::operatorClass)
        .containsExactly(null, "text_ops");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"hash | (a)", "brin | (a)", "gin | (d)", "gist | (point(a::float8, b::float8))"})
  void findsTheMethod(String method, String keys, TestDatabase database) {
    assertThat(index(database, "USING " + method + " " + keys).method()).isEqualTo(method);
  }

  @Test
  void findsIndexesThatAreNotValid(TestDatabase database) throws SQLException {
    database.run("CREATE TABLE t (a int); INSERT INTO t VALUES (1), (1)");
    try (Connection connection = database.open()) {
      assertThatThrownBy(
              () ->
                  connection
                      .createStatement()
                      .execute("CREATE UNIQUE INDEX CONCURRENTLY i ON t (a)"))
          .isInstanceOf(SQLException.class);
    }

    Index found = Reflection.table(database, "t").indexes().get(0);
    assertThat(found.valid()).isFalse();
    assertThat(found.unique()).isTrue();
  }

  @Test
  void constraintsThatCannotBeStatedAreReportedInsteadOfBent(TestDatabase database) {
    database.run(
        "CREATE EXTENSION btree_gist; CREATE TABLE t (a int, r int4range, b int,"
            + " CONSTRAINT k UNIQUE (a, r WITHOUT OVERLAPS),"
            + " CONSTRAINT c CHECK (b > 0) NOT ENFORCED,"
            + " CONSTRAINT my_name NOT NULL b)");

    assertThat(Reflection.table(database, "t").constraints()).isEmpty();
    assertThat(Reflection.table(database, "t").indexes()).isEmpty();
    assertThat(Reflection.of(database).uncovered())
        .extracting(one -> one.kind() + " " + one.name())
        .containsExactly(
            "constraint not enforced t.c",
            "not-null constraint t.my_name",
            "temporal constraint t.k");
  }

  /** The server keeps the names of not-null constraints (18) when it renames what they tell of. */
  @Test
  void aNameThatTheServerOnceChoseForNotNullIsNoNews(TestDatabase database) {
    database.run(
        "CREATE TABLE t (a int NOT NULL, b int NOT NULL, t_c int); ALTER TABLE t RENAME a TO d;"
            + " ALTER TABLE t ALTER t_c SET NOT NULL; ALTER TABLE t RENAME TO u;"
            + " CREATE TABLE p (a int NOT NULL) PARTITION BY LIST (a);"
            + " CREATE TABLE p1 PARTITION OF p FOR VALUES IN (1)");

    assertThat(Reflection.of(database).uncovered()).isEmpty();
    assertThat(Reflection.table(database, "u").columns()).noneMatch(Column::nullable);
  }

  @Test
  void constraintsStandByKindThenName(TestDatabase database) {
    database.run(
        "CREATE TABLE t (a int, b int, CONSTRAINT z CHECK (a > 0), CONSTRAINT y CHECK (b > 0),"
            + " CONSTRAINT x UNIQUE (b), CONSTRAINT w PRIMARY KEY (a),"
            + " CONSTRAINT a FOREIGN KEY (b) REFERENCES t (a))");

    assertThat(Reflection.table(database, "t").constraints())
        .extracting(one -> one.name().text())
        .containsExactly("w", "x", "y", "z", "a");
  }
}
