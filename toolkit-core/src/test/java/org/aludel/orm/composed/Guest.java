package org.aludel.orm.composed;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import java.time.OffsetDateTime;
import org.aludel.orm.annotation.IndexDef;

/** Its columns are said by composed annotations. */
@Entity
@FrontDesk
public class Guest extends ComposedBase {
  @NumberedKey private Long id;

  @Email private String email;

  @Email
  @Column(name = "second_email", length = 100)
  @IndexDef(name = "second_email_known", unique = true, where = "second_email <> ''")
  private String secondEmail;

  @Arrival private OffsetDateTime arrival;

  protected Guest() {}

  public Guest(String email) {
    this.email = email;
  }

  public Long getId() {
    return id;
  }

  public String getEmail() {
    return email;
  }

  public String getSecondEmail() {
    return secondEmail;
  }

  public void setEmail(String email) {
    this.email = email;
  }

  public OffsetDateTime getArrival() {
    return arrival;
  }
}
