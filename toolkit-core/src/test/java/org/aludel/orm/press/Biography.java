package org.aludel.orm.press;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;

/**
 * Shares the id of the writer that it is about: what the refusal of {@code @Id @ManyToOne} says.
 */
@Entity
public class Biography extends PressBase {
  @Id private Long writerId;

  @ManyToOne(optional = false)
  @JoinColumn(name = "writer_id", insertable = false, updatable = false)
  private Writer writer;

  protected Biography() {}

  public Biography(Writer writer) {
    this.writerId = writer.getId();
    this.writer = writer;
  }

  public Long getWriterId() {
    return writerId;
  }

  public Writer getWriter() {
    return writer;
  }
}
