package org.aludel.orm.events;

import jakarta.persistence.PrePersist;
import jakarta.persistence.PreRemove;

/** Of one entity. */
public class LowerListener {
  @PrePersist
  public void before(Article article) {
    Heard.say("LowerListener.before " + article.getTitle());
  }

  @PreRemove
  public void leaving(Article article) {
    Heard.say("LowerListener.leaving");
  }
}
