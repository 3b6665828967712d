package org.aludel.dialect.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.aludel.compile.TypedSql;
import org.aludel.error.CompileException;
import org.aludel.sql.BulkStatement;
import org.aludel.sql.BulkStatement.Column;
import org.aludel.sql.BulkStatement.Matching;
import org.aludel.sql.BulkStatement.Order;
import org.aludel.sql.BulkStatement.Target;
import org.aludel.type.SqlType;
import org.aludel.type.SqlTypes;
import org.junit.jupiter.api.Test;

/** What sessions send to SQLite: one text and one parameter for any number of rows. */
final class SqliteBulkTest {
  private static final Target BOOK = new Target(null, "book");
  private static final Column ID = new Column("id", SqlTypes.BIGINT);
  private static final Column TITLE = new Column("title", SqlTypes.TEXT);
  private static final Column COVER = new Column("cover", SqlTypes.BYTEA);

  private static TypedSql compiled(BulkStatement statement) {
    return new SqliteDialect().bulkCompiler().compile(statement);
  }

  private static String sql(BulkStatement statement) {
    return compiled(statement).sql();
  }

  @Test
  void rowsAreInsertedFromOneArrayOfArrays() {
    assertThat(
            sql(
                new BulkStatement.InsertRows(
                    BOOK, List.of(TITLE, COVER), List.of(), Matching.NONE)))
        .isEqualTo(
            "INSERT INTO book (title, cover) SELECT r.value ->> 0, unhex(r.value ->> 1)"
                + " FROM json_each(?) AS r");
  }

  @Test
  void keysAreAskedForInTheOrderOfTheRows() {
    assertThat(
            sql(
                new BulkStatement.InsertRows(
                    BOOK, List.of(TITLE), List.of(ID), Matching.KEY_ORDER)))
        .isEqualTo(
            "INSERT INTO book (title) SELECT r.value ->> 0 FROM json_each(?) AS r"
                + " ORDER BY r.key RETURNING id");
  }

  @Test
  void numbersOfRowsCannotBeReturned() {
    BulkStatement numbered =
        new BulkStatement.InsertRows(BOOK, List.of(TITLE), List.of(ID), Matching.ORDINAL);

    assertThatThrownBy(() -> sql(numbered)).isInstanceOf(CompileException.class);
  }

  @Test
  void rowsAreUpdatedFromOneArrayOfArrays() {
    assertThat(sql(new BulkStatement.UpdateRows(BOOK, List.of(TITLE), List.of(ID), List.of(ID))))
        .isEqualTo(
            "UPDATE book AS t SET title = v.c2 FROM (SELECT r.value ->> 0 AS c1,"
                + " r.value ->> 1 AS c2 FROM json_each(?) AS r) AS v WHERE t.id = v.c1"
                + " RETURNING id");
  }

  @Test
  void rowsAreDeletedByKeysOfAnyWidth() {
    assertThat(sql(new BulkStatement.DeleteRows(BOOK, List.of(ID), List.of())))
        .isEqualTo("DELETE FROM book WHERE id IN (SELECT r.value ->> 0 FROM json_each(?) AS r)");
    assertThat(sql(new BulkStatement.DeleteRows(BOOK, List.of(ID, TITLE), List.of(ID))))
        .isEqualTo(
            "DELETE FROM book WHERE (id, title) IN (SELECT r.value ->> 0, r.value ->> 1"
                + " FROM json_each(?) AS r) RETURNING id");
  }

  @Test
  void rowsAreDeletedByNullWhereAColumnMayHoldIt() {
    Column title = new Column("title", SqlTypes.TEXT, true);

    assertThat(sql(new BulkStatement.DeleteRows(BOOK, List.of(ID, title), List.of())))
        .isEqualTo(
            "DELETE FROM book AS t WHERE EXISTS (SELECT 1 FROM (SELECT r.value ->> 0 AS c1,"
                + " r.value ->> 1 AS c2 FROM json_each(?) AS r) AS v"
                + " WHERE t.id IS v.c1 AND t.title IS v.c2)");
  }

  @Test
  void rowsAreMovedWhereTheyHoldAnotherNumber() {
    Column place = new Column("place", SqlTypes.INTEGER);

    assertThat(sql(new BulkStatement.MoveRows(BOOK, place, List.of(ID))))
        .isEqualTo(
            "UPDATE book AS t SET place = v.c2 FROM (SELECT r.value ->> 0 AS c1,"
                + " r.value ->> 1 AS c2 FROM json_each(?) AS r) AS v"
                + " WHERE t.id = v.c1 AND t.place IS NOT v.c2");
  }

  @Test
  void rowsAreReadByKeysInAnOrder() {
    assertThat(
            sql(
                new BulkStatement.SelectRows(
                    BOOK, List.of(ID, TITLE), List.of(ID), List.of(new Order(TITLE, true)))))
        .isEqualTo(
            "SELECT id, title FROM book WHERE id IN (SELECT r.value ->> 0 FROM json_each(?) AS r)"
                + " ORDER BY title DESC");
  }

  @Test
  void oneRowNeedsNoArray() {
    assertThat(sql(new BulkStatement.InsertRow(BOOK, List.of(), List.of(ID))))
        .isEqualTo("INSERT INTO book DEFAULT VALUES RETURNING id");
    assertThat(sql(new BulkStatement.UpdateRow(BOOK, List.of(TITLE), List.of(ID), List.of())))
        .isEqualTo("UPDATE book SET title = ? WHERE id = ?");
    assertThat(sql(new BulkStatement.SelectRow(BOOK, List.of(TITLE), List.of(ID))))
        .isEqualTo("SELECT title FROM book WHERE id = ?");
  }

  @Test
  void theRowsOfAStatementAreOneText() {
    TypedSql insert =
        compiled(
            new BulkStatement.InsertRows(
                BOOK, List.of(ID, TITLE, COVER), List.of(), Matching.NONE));
    @SuppressWarnings("unchecked") // the type of the one parameter
    SqlType<Object> rows = (SqlType<Object>) insert.types().get(0);

    String text =
        rows.codec()
            .text(
                List.of(
                    new Object[] {1L, Long.MIN_VALUE},
                    new Object[] {"a \"b\" \\ \n", null},
                    new Object[] {new byte[] {0, -1}, null}));

    assertThat(text)
        .isEqualTo("[[1,\"a \\\"b\\\" \\\\ \\u000a\",\"00ff\"],[-9223372036854775808,null,null]]");
  }

  @Test
  void sequencesAreRefusedWithWhatIsThere() {
    assertThatThrownBy(() -> sql(new BulkStatement.NextValues(new Target(null, "book_seq"))))
        .hasMessageContaining("GenerationType.IDENTITY");
  }
}
