package org.aludel.orm.inheritance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.aludel.error.NoResultException;
import org.aludel.orm.ledger.Binder;
import org.aludel.orm.ledger.Document;
import org.aludel.orm.ledger.DocumentT;
import org.aludel.orm.ledger.Invoice;
import org.aludel.orm.ledger.InvoiceT;
import org.aludel.orm.ledger.LedgerBase;
import org.aludel.orm.ledger.Letter;
import org.aludel.orm.ledger.LetterT;
import org.aludel.orm.ledger.Remark;
import org.aludel.orm.ledger.RemarkT;
import org.aludel.orm.ledger.Reminder;
import org.aludel.orm.mapping.Registry;
import org.aludel.orm.session.Session;
import org.aludel.sql.Sql;
import org.aludel.testing.PostgresTest;
import org.aludel.testing.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@PostgresTest
final class TablePerClassTest {
  private static final Registry REGISTRY = Registry.of(LedgerBase.class);
  private static final DocumentT DOCUMENT = DocumentT.DOCUMENT;

  private HierarchyDatabase ledger;

  @BeforeEach
  void create(TestDatabase database) {
    ledger = new HierarchyDatabase(database, REGISTRY);
  }

  private void fill() {
    ledger.sessions.inTransaction(
        session -> {
          session.add(new Invoice("a", 10L));
          session.add(new Reminder("b", 20L, 2));
          Letter letter = session.add(new Letter("c", "much"));
          session.add(new Remark("look", letter));
        });
    ledger.sql();
  }

  @Test
  void classesWithObjectsHaveTablesWithAllAttributes() {
    String ddl = String.join("\n", HierarchyDatabase.ddl(REGISTRY));

    assertThat(ddl)
        .contains("CREATE SEQUENCE document_seq", "CREATE TABLE invoice", "CREATE TABLE reminder")
        .doesNotContain("CREATE TABLE document", "REFERENCES document")
        .contains("REFERENCES letter (id)");
  }

  @Test
  void rowsBetweenReferToNoTableOfManyClasses() {
    fill();
    ledger.sessions.inTransaction(
        session -> {
          Binder binder = session.add(new Binder());
          binder.getDocuments().addAll(session.scalars(Sql.select(DOCUMENT)).all());
          binder.getLetters().addAll(session.scalars(Sql.select(LetterT.LETTER)).all());
        });

    ledger.sessions.inTransaction(
        session -> {
          Binder binder = session.getOne(Binder.class, 1L);
          assertThat(binder.getDocuments())
              .extracting(Document::getTitle)
              .containsExactlyInAnyOrder("a", "b", "c");
          assertThat(binder.getLetters()).extracting(Document::getTitle).containsExactly("c");
        });
    assertThat(String.join("\n", HierarchyDatabase.ddl(REGISTRY)))
        .contains("fk_binder_letter_letters_id_letter")
        .doesNotContain("documents_id_document");
  }

  @Test
  void idsComeFromOneSequence() {
    fill();

    assertThat(
            ledger.query(
                "SELECT count(DISTINCT id) FROM (SELECT id FROM invoice UNION ALL SELECT id FROM"
                    + " reminder UNION ALL SELECT id FROM letter) AS x"))
        .containsExactly(List.of("3"));
  }

  @Test
  void theRootUnitesTheTables() {
    fill();

    try (Session session = ledger.sessions.open()) {
      List<Document> all = session.scalars(Sql.select(DOCUMENT).orderBy(DOCUMENT.title)).all();

      assertThat(all)
          .extracting(Object::getClass)
          .containsExactly(Invoice.class, Reminder.class, Letter.class);
      assertThat(((Reminder) all.get(1)).getAmount()).isEqualTo(20L);
      assertThat(((Reminder) all.get(1)).getLevel()).isEqualTo(2);
      assertThat(((Letter) all.get(2)).getAmount()).isEqualTo("much");
      assertThat(session.get(Letter.class, all.get(2).getId())).isSameAs(all.get(2));
    }

    assertThat(ledger.sql()).hasSize(1).first().asString().contains(" UNION ALL ");
  }

  @Test
  void aClassInTheMiddleUnitesItsOwnAndThoseBelow() {
    fill();
    InvoiceT invoice = InvoiceT.INVOICE;

    try (Session session = ledger.sessions.open()) {
      assertThat(
              session
                  .scalars(Sql.select(invoice).where(invoice.amount.ge(10L)).orderBy(invoice.id))
                  .all())
          .extracting(Document::getTitle)
          .containsExactlyInAnyOrder("a", "b");
      assertThat(
              session
                  .scalars(Sql.select(LetterT.LETTER.amount).where(LetterT.LETTER.title.eq("c")))
                  .one())
          .isEqualTo("much");
    }
  }

  @Test
  void changesGoToTheTableOfTheClass() {
    fill();

    ledger.sessions.inTransaction(
        session -> {
          List<Document> all = session.scalars(Sql.select(DOCUMENT).orderBy(DOCUMENT.title)).all();
          all.get(1).setTitle("bb");
          session.delete(all.get(0));
        });

    assertThat(ledger.query("SELECT title FROM reminder")).containsExactly(List.of("bb"));
    assertThat(ledger.query("SELECT count(*) FROM invoice")).containsExactly(List.of("0"));
  }

  @Test
  void aReferenceToTheRootFindsTheTable() {
    fill();

    try (Session session = ledger.sessions.open()) {
      Remark remark = session.scalars(Sql.select(RemarkT.REMARK)).one();

      assertThat(remark.getDocument()).isExactlyInstanceOf(Letter.class);
      assertThat(
              session
                  .scalars(
                      Sql.select(RemarkT.REMARK.text)
                          .where(RemarkT.REMARK.document.has(DOCUMENT.title.eq("c"))))
                  .all())
          .containsExactly("look");
    }
  }

  @Test
  void aReferenceWithoutARowIsNamed() {
    fill();
    ledger.run("DELETE FROM letter");

    try (Session session = ledger.sessions.open()) {
      assertThatThrownBy(() -> session.scalars(Sql.select(RemarkT.REMARK)))
          .isInstanceOf(NoResultException.class)
          .hasMessageContaining("ORM-SESSION-NOT-PERSISTENT");
    }
  }
}
