package org.aludel.orm.versions;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.LocalDateTime;

/** Its version is a local time in milliseconds. */
@Entity
public class TimedLocal extends VersionsBase implements Versioned {
  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;

  @SuppressWarnings("UnusedVariable") // read by statements
  private String name;

  @Version
  @Column(secondPrecision = 3)
  private LocalDateTime version;

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
    return version;
  }
}
