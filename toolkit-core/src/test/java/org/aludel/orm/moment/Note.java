package org.aludel.orm.moment;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import org.aludel.orm.annotation.CreatedAt;
import org.aludel.orm.annotation.ServerDefault;
import org.aludel.orm.annotation.UpdatedAt;

/** A note with the moments of its writing. */
@Entity
@SuppressWarnings({"NullAway.Init", "UnusedVariable"}) // filled from rows and by the flush
public class Note extends MomentBase {
  @Id private long id;

  @Column(unique = true)
  private String text;

  @CreatedAt
  @ServerDefault(sql = "now()")
  @Column(nullable = false)
  private Instant created;

  @CreatedAt private LocalDate day;
  @UpdatedAt private LocalDateTime updated;

  protected Note() {}

  public Note(long id, String text) {
    this.id = id;
    this.text = text;
  }

  public String getText() {
    return text;
  }

  public void setText(String text) {
    this.text = text;
  }

  public Instant getCreated() {
    return created;
  }

  public void setCreated(Instant created) {
    this.created = created;
  }

  public LocalDate getDay() {
    return day;
  }

  public LocalDateTime getUpdated() {
    return updated;
  }

  public void setUpdated(LocalDateTime updated) {
    this.updated = updated;
  }
}
