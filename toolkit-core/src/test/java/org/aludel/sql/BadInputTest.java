package org.aludel.sql;

import static org.aludel.sql.Shop.USER;
import static org.aludel.sql.Shop.USER_AGE;
import static org.aludel.sql.Shop.USER_ID;
import static org.aludel.sql.Shop.USER_NAME;
import static org.aludel.sql.Sql.delete;
import static org.aludel.sql.Sql.insert;
import static org.aludel.sql.Sql.literal;
import static org.aludel.sql.Sql.merge;
import static org.aludel.sql.Sql.row;
import static org.aludel.sql.Sql.select;
import static org.aludel.sql.Sql.set;
import static org.aludel.sql.Sql.table;
import static org.aludel.sql.Sql.update;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.aludel.compile.Structure;
import org.aludel.engine.Engine;
import org.aludel.error.CompileException;
import org.aludel.error.DatabaseException;
import org.aludel.testing.PostgresTest;
import org.aludel.testing.TestDatabase;
import org.aludel.type.SqlTypes;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Mistakes of users, each refused by a code that says how to mend it. */
@PostgresTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class BadInputTest {
  /** What could not come from anywhere else. */
  private static final String SECRET = "s3cr3t-'; DROP TABLE x --";

  private final Engine engine;

  BadInputTest(TestDatabase database) {
    database.run("CREATE TABLE item (id integer, name text); ");
    engine = Engine.create(database.dataSource());
  }

  @AfterAll
  void close() {
    engine.close();
  }

  @Test
  void anUnknownColumnOfAKnownTableIsRefusedAndANearOneProposed() {
    assertThatThrownBy(() -> USER.c("nmae", SqlTypes.TEXT))
        .hasMessageContaining("UNKNOWN-COLUMN")
        .hasMessageContaining("did you mean \"name\"?");
    NamedTable alias = NamedTable.aliased(USER, "u");
    assertThatThrownBy(() -> alias.c("agee", SqlTypes.INTEGER))
        .isInstanceOf(CompileException.class)
        .hasMessageContaining("ORM-SQL-UNKNOWN-COLUMN")
        .hasMessageContaining("\"agee\"")
        .hasMessageContaining("did you mean \"age\"?");
    assertThat(alias.c("age", SqlTypes.INTEGER)).isEqualTo(USER_AGE.withSource(alias));
    assertThat(table("item").c("anything", SqlTypes.TEXT).name()).isEqualTo("anything");
  }

  @Test
  void whatOnlyTheServerKnowsToBeMissingIsRefusedByCode() {
    NamedTable missing = table("itme");
    NamedTable item = table("item");

    assertThatThrownBy(() -> engine.execute(select(missing.c("id", SqlTypes.INTEGER))))
        .isInstanceOf(DatabaseException.class)
        .hasMessageContaining("relation \"itme\" does not exist");
    assertThatThrownBy(() -> engine.execute(select(item.c("nam", SqlTypes.TEXT))))
        .isInstanceOf(DatabaseException.class)
        .hasMessageContaining("Perhaps you meant to reference the column \"item.name\"");
  }

  @Test
  @SuppressWarnings("unchecked") // code that no compiler checks does this
  void aValueOfAnotherClassIsRefusedWhereItIsGiven() {
    assertThatThrownBy(() -> insert(USER).columns(USER_AGE).values("old"))
        .hasMessageContaining("ORM-TYPE-WRONG-VALUE");
    ColumnReference<Object> raw = (ColumnReference<Object>) (ColumnReference<?>) USER_AGE;
    assertThatThrownBy(() -> insert(USER).set(raw, "old"))
        .hasMessageContaining("ORM-TYPE-WRONG-VALUE")
        .hasMessageContaining("java.lang.String")
        .hasMessageContaining("java.lang.Integer");
    assertThatThrownBy(() -> raw.eq("old")).hasMessageContaining("ORM-TYPE-WRONG-VALUE");
    assertThatThrownBy(() -> raw.in(List.of(1, "old")))
        .hasMessageContaining("ORM-TYPE-WRONG-VALUE");
  }

  @Test
  void valuesNeverAppearInTheTextOrTheKey() {
    Expression<String> name = USER_NAME;
    List<Statement<?>> statements =
        List.of(
            select(name.concat(SECRET)).where(name.eq(SECRET), name.in(SECRET, SECRET)),
            select(USER_ID).where(name.like(SECRET).or(name.contains(SECRET))),
            select(USER_ID).where(name.matchesRegex(SECRET), name.isDistinctFrom(SECRET)),
            select(USER_ID).where(row(USER_AGE, name).in(new Row2<>(1, SECRET))),
            select(Sql.caseOf(name).when(SECRET, SECRET).otherwise(SECRET)),
            select(Sql.parameter("p", SqlTypes.TEXT)).with("p", SECRET),
            insert(USER)
                .set(USER_NAME, SECRET)
                .onConflict(USER_NAME)
                .doUpdate(set(USER_NAME, SECRET)),
            update(USER).set(USER_NAME, SECRET).where(name.eq(SECRET)),
            delete(USER).where(name.eq(SECRET)),
            merge(USER)
                .using(USER.as("o"), name.eq(SECRET))
                .whenMatched(name.ne(SECRET))
                .update(set(USER_NAME, SECRET)),
            Sql.text("SELECT ?", SECRET));

    for (Statement<?> statement : statements) {
      assertThat(Shop.sql(statement)).doesNotContain("s3cr3t");
      assertThat(Structure.of(statement).key())
          .isEqualTo(Structure.of(Answer.withoutValues(statement)).key());
      assertThat(statement.toString()).doesNotContain("s3cr3t");
    }
  }

  @Test
  void aLiteralIsTextWhateverItHolds() {
    assertThat(Shop.sql(select(literal("it's \\ \" ? -- x"))))
        .isEqualTo("SELECT E'it''s \\\\ \" ? -- x'");
    assertThat(engine.execute(select(literal("it's \\ \" ? -- x"))))
        .containsExactly("it's \\ \" ? -- x");
  }
}
