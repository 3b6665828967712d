package org.aludel.orm.engines;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.OneToMany;
import java.util.ArrayList;
import java.util.List;

/** Has its row in the default engine, and the ledgers it keeps in another. */
@Entity
public class Clerk implements Books {
  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;

  private String name = "";

  @OneToMany(
      mappedBy = "clerk",
      cascade = {CascadeType.PERSIST, CascadeType.MERGE, CascadeType.REMOVE})
  private List<Ledger> ledgers = new ArrayList<>();

  protected Clerk() {}

  public Clerk(String name) {
    this.name = name;
  }

  public Long getId() {
    return id;
  }

  public String getName() {
    return name;
  }

  public void setName(String value) {
    name = value;
  }

  public List<Ledger> getLedgers() {
    return ledgers;
  }
}
