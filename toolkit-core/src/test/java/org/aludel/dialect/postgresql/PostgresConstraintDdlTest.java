package org.aludel.dialect.postgresql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.aludel.ddl.ConstraintDdl;
import org.aludel.ddl.DdlStatement;
import org.aludel.ddl.IndexDdl;
import org.aludel.error.CompileException;
import org.aludel.schema.CheckConstraint;
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
import org.aludel.schema.UniqueConstraint;
import org.junit.jupiter.api.Test;

class PostgresConstraintDdlTest {
  private static final QualifiedName ITEM = QualifiedName.of("item");
  private static final ConstraintName NAME = ConstraintName.given("n");
  private final PostgresDdlCompiler compiler = new PostgresDdlCompiler();

  private void adds(Constraint constraint, String rule) {
    compiles(
        new ConstraintDdl.AddConstraint(ITEM, constraint),
        "ALTER TABLE item ADD CONSTRAINT n " + rule);
  }

  private void compiles(DdlStatement statement, String sql) {
    assertThat(compiler.compile(statement)).isEqualTo(sql);
  }

  private void creates(Index index, String sql) {
    compiles(new IndexDdl.CreateIndex(ITEM, index, false), sql);
  }

  @Test
  void keysCarryPayloadNullsAndDeferral() {
    adds(PrimaryKey.of(NAME, List.of("a", "order")), "PRIMARY KEY (a, \"order\")");
    adds(
        new PrimaryKey(NAME, List.of("a"), List.of("b"), Deferral.INITIALLY_IMMEDIATE, null),
        "PRIMARY KEY (a) INCLUDE (b) DEFERRABLE");
    adds(UniqueConstraint.of(NAME, List.of("a")), "UNIQUE (a)");
    adds(
        new UniqueConstraint(
            NAME, List.of("a"), List.of("b", "c"), true, Deferral.INITIALLY_DEFERRED, null),
        "UNIQUE NULLS NOT DISTINCT (a) INCLUDE (b, c) DEFERRABLE INITIALLY DEFERRED");
  }

  @Test
  void foreignKeysCarryEverything() {
    ForeignKey plain =
        ForeignKey.of(NAME, List.of("a", "b"), new QualifiedName("s", "t"), List.of("x", "y"));
    adds(plain, "FOREIGN KEY (a, b) REFERENCES s.t (x, y)");
    adds(
        plain.withActions(ReferentialAction.CASCADE, ReferentialAction.SET_DEFAULT),
        "FOREIGN KEY (a, b) REFERENCES s.t (x, y) ON UPDATE SET DEFAULT ON DELETE CASCADE");
    adds(
        new ForeignKey(
            NAME,
            List.of("a", "b"),
            ITEM,
            List.of("x", "y"),
            ReferentialAction.SET_NULL,
            List.of("b"),
            ReferentialAction.RESTRICT,
            MatchType.FULL,
            Deferral.INITIALLY_DEFERRED,
            false,
            null),
        "FOREIGN KEY (a, b) REFERENCES item (x, y) MATCH FULL ON UPDATE RESTRICT"
            + " ON DELETE SET NULL (b) DEFERRABLE INITIALLY DEFERRED NOT VALID");
  }

  @Test
  void checksCarryInheritanceAndValidity() {
    adds(CheckConstraint.of(NAME, "a > 0"), "CHECK (a > 0)");
    adds(
        new CheckConstraint(NAME, "a > 0", true, false, null),
        "CHECK (a > 0) NO INHERIT NOT VALID");
  }

  @Test
  void exclusionsCarryEverything() {
    IndexElement range = IndexElement.expression("tsrange(a, b)");
    IndexElement room = new IndexElement("room", null, "\"C\"", "text_ops", false, false);
    adds(
        new ExcludeConstraint(
            NAME,
            "gist",
            List.of(
                new ExcludeConstraint.Element(room, "="),
                new ExcludeConstraint.Element(range, "OPERATOR(s.&&)")),
            List.of("c"),
            "a IS NOT NULL",
            Deferral.INITIALLY_IMMEDIATE,
            null),
        "EXCLUDE USING gist (room COLLATE \"C\" text_ops WITH =, tsrange(a, b) WITH OPERATOR(s.&&))"
            + " INCLUDE (c) WHERE (a IS NOT NULL) DEFERRABLE");
  }

  @Test
  void constraintsTakeOverAnIndex() {
    compiles(
        new ConstraintDdl.AddConstraintUsingIndex(
            ITEM, UniqueConstraint.of(NAME, List.of("a")), "Ix"),
        "ALTER TABLE item ADD CONSTRAINT n UNIQUE USING INDEX \"Ix\"");
    assertThatThrownBy(
            () ->
                compiler.compile(
                    new ConstraintDdl.AddConstraintUsingIndex(
                        ITEM, CheckConstraint.of(NAME, "a"), "ix")))
        .isInstanceOf(CompileException.class);
  }

  @Test
  void constraintsAreDroppedRenamedAndValidated() {
    compiles(
        new ConstraintDdl.DropConstraint(ITEM, "Ck"), "ALTER TABLE item DROP CONSTRAINT \"Ck\"");
    compiles(
        new ConstraintDdl.RenameConstraint(ITEM, "a", "b"),
        "ALTER TABLE item RENAME CONSTRAINT a TO b");
    compiles(
        new ConstraintDdl.ValidateConstraint(ITEM, "fk"),
        "ALTER TABLE item VALIDATE CONSTRAINT fk");
  }

  @Test
  void indexesNameOnlyWhatIsNotTheDefault() {
    creates(Index.of(NAME, false, List.of("a", "b")), "CREATE INDEX n ON item (a, b)");
    creates(Index.of(NAME, true, List.of("a")), "CREATE UNIQUE INDEX n ON item (a)");
    compiles(
        new IndexDdl.CreateIndex(
            new QualifiedName("s", "t"), Index.of(NAME, false, List.of("a")), true),
        "CREATE INDEX CONCURRENTLY n ON s.t (a)");
  }

  @Test
  void indexesCarryEverything() {
    Index index =
        new Index(
            NAME,
            true,
            "gin",
            List.of(new IndexElement("doc", null, null, "s.gin_trgm_ops", false, false)),
            List.of("b", "c"),
            "deleted IS NULL",
            true,
            new TreeMap<>(Map.of("fillfactor", "50", "fastupdate", "off")),
            "no part of it",
            true);
    creates(
        index,
        "CREATE UNIQUE INDEX n ON item USING gin (doc s.gin_trgm_ops) INCLUDE (b, c)"
            + " NULLS NOT DISTINCT WITH (fastupdate=off, fillfactor=50) WHERE deleted IS NULL");
  }

  @Test
  void indexKeysStateOrderWhereItIsNotTheDefault() {
    Index index =
        new Index(
            NAME,
            false,
            "btree",
            List.of(
                new IndexElement("a", null, null, null, true, true),
                new IndexElement("b", null, null, null, true, false),
                new IndexElement("c", null, null, null, false, true),
                new IndexElement("d", null, "\"C\"", "text_pattern_ops", false, false)),
            List.of(),
            null,
            false,
            new TreeMap<>(),
            null,
            true);
    creates(
        index,
        "CREATE INDEX n ON item (a DESC, b DESC NULLS LAST, c NULLS FIRST,"
            + " d COLLATE \"C\" text_pattern_ops)");
  }

  @Test
  void expressionsStandBareOnlyAsOneCall() {
    assertThat(PostgresIndexSql.element(IndexElement.expression("lower(a)"))).isEqualTo("lower(a)");
    assertThat(PostgresIndexSql.element(IndexElement.expression("f(')', \"x)\")")))
        .isEqualTo("f(')', \"x)\")");
    assertThat(PostgresIndexSql.element(IndexElement.expression("lower(a) || lower(b)")))
        .isEqualTo("(lower(a) || lower(b))");
    assertThat(PostgresIndexSql.element(IndexElement.expression("a + 1"))).isEqualTo("(a + 1)");
  }

  @Test
  void indexesAreDroppedAndRenamed() {
    compiles(new IndexDdl.DropIndex(new QualifiedName("s", "ix"), false), "DROP INDEX s.ix");
    compiles(new IndexDdl.DropIndex(ITEM, true), "DROP INDEX CONCURRENTLY item");
    compiles(new IndexDdl.RenameIndex(ITEM, "Ix"), "ALTER INDEX item RENAME TO \"Ix\"");
  }
}
