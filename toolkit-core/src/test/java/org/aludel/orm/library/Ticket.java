package org.aludel.orm.library;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import org.aludel.orm.annotation.IdentityOptions;

/** Has an id that the server always makes. */
@Entity
public class Ticket extends LibraryBase {
  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  @IdentityOptions(always = true)
  private Long id;

  private String text;

  protected Ticket() {}

  public Ticket(String text) {
    this.text = text;
  }

  public Long getId() {
    return id;
  }

  public String getText() {
    return text;
  }
}
