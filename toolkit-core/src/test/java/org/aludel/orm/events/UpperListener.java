package org.aludel.orm.events;

import jakarta.persistence.PostPersist;
import jakarta.persistence.PrePersist;

/** Of the superclass; knows no class below it. */
final class UpperListener {
  @PrePersist
  void before(Object any) {
    Heard.say("UpperListener.before");
  }

  @PostPersist
  @SuppressWarnings("UnusedVariable") // a listener is given its object
  private void after(Stamped stamped) {
    Heard.say("UpperListener.after");
  }
}
