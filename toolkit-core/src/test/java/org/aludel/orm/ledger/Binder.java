package org.aludel.orm.ledger;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToMany;
import java.util.ArrayList;
import java.util.List;

/** Keeps documents of all classes, by the rows of a table between. */
@Entity
public class Binder extends LedgerBase {
  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;

  @ManyToMany private List<Document> documents = new ArrayList<>();

  @ManyToMany private List<Letter> letters = new ArrayList<>();

  public Long getId() {
    return id;
  }

  public List<Document> getDocuments() {
    return documents;
  }

  public List<Letter> getLetters() {
    return letters;
  }
}
