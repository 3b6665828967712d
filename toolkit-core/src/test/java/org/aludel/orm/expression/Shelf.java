package org.aludel.orm.expression;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import org.aludel.orm.annotation.ColumnProperty;
import org.aludel.orm.annotation.Hybrid;
import org.aludel.sql.Expression;

/** One expression reads the other as if a column held it. */
@Entity
public class Shelf extends ShelfBase {
  @Id private int id;
  private int width;
  @ColumnProperty private int twice;
  @ColumnProperty private int fourTimes;

  protected Shelf() {}

  public int getId() {
    return id;
  }

  public int getWidth() {
    return width;
  }

  public int getTwice() {
    return twice;
  }

  @Hybrid
  static Expression<Integer> twice(ShelfT shelf) {
    return shelf.width.plus(shelf.width);
  }

  public int getFourTimes() {
    return fourTimes;
  }

  @Hybrid
  static Expression<Integer> fourTimes(ShelfT shelf) {
    return shelf.twice.plus(shelf.twice);
  }
}
