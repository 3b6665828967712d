package org.aludel.orm.inheritance;

import static org.aludel.sql.Sql.delete;
import static org.aludel.sql.Sql.select;
import static org.aludel.sql.Sql.update;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.aludel.error.CompileException;
import org.aludel.error.UsageException;
import org.aludel.orm.ledger.Document;
import org.aludel.orm.ledger.DocumentT;
import org.aludel.orm.ledger.Invoice;
import org.aludel.orm.ledger.InvoiceT;
import org.aludel.orm.ledger.LedgerBase;
import org.aludel.orm.ledger.Letter;
import org.aludel.orm.ledger.LetterT;
import org.aludel.orm.ledger.Reminder;
import org.aludel.orm.mapping.Registry;
import org.aludel.orm.session.Session;
import org.aludel.orm.state.Lifecycle;
import org.aludel.testing.PostgresTest;
import org.aludel.testing.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** UPDATE and DELETE of classes that have others below them, a table for each. */
@PostgresTest
final class SeparateChangesTest {
  private static final Registry REGISTRY = Registry.of(LedgerBase.class);
  private static final DocumentT DOCUMENT = DocumentT.DOCUMENT;
  private static final InvoiceT INVOICE = InvoiceT.INVOICE;
  private static final LetterT LETTER = LetterT.LETTER;

  private HierarchyDatabase ledger;

  @BeforeEach
  void create(TestDatabase database) {
    ledger = new HierarchyDatabase(database, REGISTRY);
    ledger.sessions.inTransaction(
        session -> {
          session.add(new Invoice("a", 10L));
          session.add(new Reminder("b", 20L, 2));
          session.add(new Letter("c", "much"));
        });
    ledger.sql();
  }

  private List<List<String>> rows() {
    return ledger.query(
        "SELECT title FROM invoice UNION ALL SELECT title FROM reminder UNION ALL"
            + " SELECT title FROM letter ORDER BY 1");
  }

  @Test
  void eachTableIsAPartOfOneStatement() {
    ledger.sessions.inTransaction(
        session ->
            assertThat(
                    session
                        .execute(
                            update(INVOICE)
                                .set(INVOICE.title, INVOICE.title.concat("!"))
                                .where(INVOICE.amount.ge(10L)))
                        .rowCount())
                .isEqualTo(2));

    assertThat(ledger.sql())
        .containsExactly(
            "WITH _p1 AS (UPDATE invoice AS _t0 SET title = _t0.title || ? WHERE _t0.amount >= ?"
                + " RETURNING _t0.id),"
                + " _p2 AS (UPDATE reminder AS _t0 SET title = _t0.title || ? WHERE _t0.amount >= ?"
                + " RETURNING _t0.id)"
                + " SELECT _p1.id FROM _p1 UNION ALL SELECT _p2.id FROM _p2");
    assertThat(rows()).containsExactly(List.of("a!"), List.of("b!"), List.of("c"));
  }

  @Test
  void aDeleteOfTheRootTakesAllTables() {
    try (Session session = ledger.sessions.open()) {
      List<Document> all = session.scalars(select(DOCUMENT).orderBy(DOCUMENT.title)).all();
      ledger.sql();

      session.execute(delete(DOCUMENT).where(DOCUMENT.title.ne("b")));
      session.flush();

      assertThat(ledger.sql()).hasSize(1);
      assertThat(session.stateOf(all.get(0))).isEqualTo(Lifecycle.DELETED);
      assertThat(session.stateOf(all.get(1))).isEqualTo(Lifecycle.PERSISTENT);
      assertThat(session.stateOf(all.get(2))).isEqualTo(Lifecycle.DELETED);
      session.commit();
    }

    assertThat(rows()).containsExactly(List.of("b"));
  }

  @Test
  void attributesOfOtherClassesAreNull() {
    ledger.sessions.inTransaction(
        session ->
            session.execute(delete(DOCUMENT).where(INVOICE.treat(DOCUMENT).amount.isNull())));

    assertThat(rows()).containsExactly(List.of("a"), List.of("b"));
  }

  @Test
  void theClassMayBeAsked() {
    ledger.sessions.inTransaction(
        session -> session.execute(delete(DOCUMENT).where(DOCUMENT.type().isA(Reminder.class))));

    assertThat(rows()).containsExactly(List.of("a"), List.of("c"));
  }

  @Test
  void objectsAreReturnedWholeOfTheirOwnClass() {
    ledger.sessions.inTransaction(
        session ->
            assertThat(
                    session
                        .execute(
                            update(INVOICE)
                                .set(INVOICE.amount, INVOICE.amount.plus(1L))
                                .all()
                                .returning(INVOICE))
                        .all())
                .hasSize(2)
                .allSatisfy(one -> assertThat(one.getAmount() % 10).isEqualTo(1L))
                .anyMatch(Reminder.class::isInstance));
  }

  @Test
  void aColumnThatNotAllTablesHaveIsRefused() {
    try (Session session = ledger.sessions.open()) {
      assertThatThrownBy(() -> session.execute(update(DOCUMENT).set(INVOICE.amount, 1L).all()))
          .isInstanceOf(UsageException.class)
          .hasMessageContaining("ORM-SESSION-UNSUPPORTED");
    }
  }

  @Test
  void aStatementWithoutAConditionIsRefused() {
    try (Session session = ledger.sessions.open()) {
      assertThatThrownBy(() -> session.execute(delete(DOCUMENT)))
          .hasMessageContaining("ORM-SQL-UNSAFE-STATEMENT");
      assertThatThrownBy(() -> session.execute(update(DOCUMENT).where(DOCUMENT.title.eq("a"))))
          .isInstanceOf(CompileException.class)
          .hasMessageNotContaining("UNSAFE");
    }
    assertThat(ledger.sql()).isEmpty();
  }

  @Test
  void rowsOfOtherTablesMayBeReadBeside() {
    ledger.sessions.inTransaction(
        session ->
            session.execute(
                delete(DOCUMENT)
                    .using(LETTER)
                    .where(DOCUMENT.title.lt(LETTER.title), LETTER.title.eq("c"))));

    assertThat(rows()).containsExactly(List.of("c"));
  }
}
