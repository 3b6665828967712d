package org.aludel.orm.versions;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;

/** Brings its id, so that another object may take over its row. */
@Entity
public class Keyed extends VersionsBase {
  @Id private String code;

  @Version private int version;

  protected Keyed() {}

  public Keyed(String code) {
    this.code = code;
  }

  public String getCode() {
    return code;
  }

  public int getVersion() {
    return version;
  }
}
