package org.aludel.orm.bookshop;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import java.time.Instant;
import org.aludel.orm.annotation.IdentityOptions;
import org.jspecify.annotations.Nullable;

/** Has an id that the server always makes, and no more than its columns. */
@Entity
public class Ticket extends BookshopBase {
  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  @IdentityOptions(always = true)
  private Long id;

  private String text;

  private @Nullable Instant at;

  protected Ticket() {}

  public Ticket(String text) {
    this.text = text;
  }

  public Ticket(Instant at) {
    this.at = at;
  }

  public Long getId() {
    return id;
  }

  public String getText() {
    return text;
  }

  public @Nullable Instant getAt() {
    return at;
  }

  public void setAt(@Nullable Instant value) {
    at = value;
  }
}
