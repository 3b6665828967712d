package org.aludel.orm.writeonly;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.OneToMany;
import org.aludel.orm.collection.WriteOnlyCollection;

/** Has more entries than anybody wants in memory. */
@Entity
public class Account extends AccountBase {
  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;

  private String name = "";

  @OneToMany(
      mappedBy = "account",
      cascade = {CascadeType.PERSIST, CascadeType.MERGE})
  private WriteOnlyCollection<Entry> entries = WriteOnlyCollection.create();

  @ManyToMany(cascade = CascadeType.PERSIST)
  private WriteOnlyCollection<Label> labels = WriteOnlyCollection.create();

  protected Account() {}

  public Account(String name) {
    this.name = name;
  }

  public String getName() {
    return name;
  }

  public void setName(String name) {
    this.name = name;
  }

  public WriteOnlyCollection<Entry> getEntries() {
    return entries;
  }

  public void setEntries(WriteOnlyCollection<Entry> entries) {
    this.entries = entries;
  }

  public WriteOnlyCollection<Label> getLabels() {
    return labels;
  }

  public Long getId() {
    return id;
  }
}
