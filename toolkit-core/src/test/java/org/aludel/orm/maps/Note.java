package org.aludel.orm.maps;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

/** Knows nothing of its shelf. */
@Entity
public class Note extends ShelfBase {
  @Id private Long id;

  protected Note() {}

  public Note(long id) {
    this.id = id;
  }

  public Long getId() {
    return id;
  }
}
