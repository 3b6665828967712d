package org.aludel.orm.attributes;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

/** Who publishes albums. */
@Entity
public class Label extends AlbumBase {
  @Id private long id;

  protected Label() {}

  Label(long id) {
    this.id = id;
  }

  @Override
  public String toString() {
    return "label " + id;
  }
}
