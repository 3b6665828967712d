package org.aludel.orm.archive;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Lob;
import java.util.UUID;
import org.aludel.orm.mapping.DeclarativeBase;

/** An id at random and large values. */
@Entity
public class Scan extends DeclarativeBase {
  @Id
  @GeneratedValue(strategy = GenerationType.UUID)
  private UUID id;

  @Lob
  @Column(length = 100_000)
  private String text;

  @Lob private byte[] image;

  protected Scan() {}

  public Scan(String text, byte[] image) {
    this.text = text;
    this.image = image.clone();
  }

  public UUID getId() {
    return id;
  }

  public void setId(UUID value) {
    id = value;
  }

  public String getText() {
    return text;
  }

  public byte[] getImage() {
    return image.clone();
  }
}
