package org.aludel.orm.events;

import jakarta.persistence.EntityListeners;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.PostLoad;
import jakarta.persistence.PrePersist;
import jakarta.persistence.PreUpdate;

/** Counts its changes in a column, by callbacks. */
@MappedSuperclass
@EntityListeners(UpperListener.class)
public abstract class Stamped extends EventsBase {
  private int changes;

  @PrePersist
  private void begin() {
    Heard.say("Stamped.begin");
    changes = 1;
  }

  @PreUpdate
  void count() {
    Heard.say("Stamped.count");
    changes++;
  }

  @PostLoad
  protected void read() {
    Heard.say("Stamped.read");
  }

  public int getChanges() {
    return changes;
  }
}
