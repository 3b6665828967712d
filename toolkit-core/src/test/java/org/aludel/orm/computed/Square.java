package org.aludel.orm.computed;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import org.aludel.orm.annotation.Computed;

/** A square, whose area the server computes. */
@Entity
public class Square extends ComputedBase {
  @Id private long id;
  private long side;

  @Computed("side * side")
  private Long area;

  protected Square() {}

  public Square(long id, long side) {
    this.id = id;
    this.side = side;
  }

  public long getId() {
    return id;
  }

  public long getSide() {
    return side;
  }

  public Long getArea() {
    return area;
  }

  public void setSide(long side) {
    this.side = side;
  }
}
