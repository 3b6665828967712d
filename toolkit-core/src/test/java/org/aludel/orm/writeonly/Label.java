package org.aludel.orm.writeonly;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToMany;
import java.util.ArrayList;
import java.util.List;

/** Is loaded from its side. */
@Entity
public class Label extends AccountBase {
  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;

  private String name = "";

  @ManyToMany(mappedBy = "labels")
  private List<Account> accounts = new ArrayList<>();

  protected Label() {}

  public Label(String name) {
    this.name = name;
  }

  public String getName() {
    return name;
  }

  public List<Account> getAccounts() {
    return accounts;
  }

  public Long getId() {
    return id;
  }
}
