package org.aludel.orm.ticket;

import jakarta.persistence.Entity;
import org.aludel.orm.annotation.PolymorphicLoad;

/** Read right after the rows, with what is below it. */
@Entity
@PolymorphicLoad(PolymorphicLoad.When.SELECT_IN)
public class Bug extends Ticket {
  private String version;

  protected Bug() {}

  public Bug(Long id, String title, String version) {
    super(id, title);
    this.version = version;
  }

  public String getVersion() {
    return version;
  }

  public void setVersion(String value) {
    version = value;
  }
}
