package org.aludel.orm.versions;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Version;

/** Its version is made by the server. */
@Entity
public class SystemRow extends VersionsBase implements Versioned {
  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;

  @SuppressWarnings("UnusedVariable") // read by statements
  private String name;

  @Version private long xmin;

  @Override
  public Long getId() {
    return id;
  }

  @Override
  public void setName(String value) {
    name = value;
  }

  @Override
  public Object getVersion() {
    return xmin;
  }
}
