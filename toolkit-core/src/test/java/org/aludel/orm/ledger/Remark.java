package org.aludel.orm.ledger;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;

/** Refers to documents of any class, which no foreign key can. */
@Entity
public class Remark extends LedgerBase {
  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;

  private String text;

  @ManyToOne private Document document;

  @ManyToOne private Letter letter;

  protected Remark() {}

  public Remark(String text, Document document) {
    this.text = text;
    this.document = document;
  }

  public Long getId() {
    return id;
  }

  public String getText() {
    return text;
  }

  public void setText(String value) {
    text = value;
  }

  public Document getDocument() {
    return document;
  }

  public void setDocument(Document value) {
    document = value;
  }

  public Letter getLetter() {
    return letter;
  }

  public void setLetter(Letter value) {
    letter = value;
  }
}
