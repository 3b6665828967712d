package org.aludel.orm.moment;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

/** A page whose moments are embedded. */
@Entity
@SuppressWarnings({"NullAway.Init", "UnusedVariable"}) // filled from rows and by the flush
public class Page extends MomentBase {
  @Id private long id;
  private String title;
  private Audit audit;

  protected Page() {}

  public Page(long id, String title) {
    this.id = id;
    this.title = title;
  }

  public void setTitle(String title) {
    this.title = title;
  }

  public Audit getAudit() {
    return audit;
  }
}
