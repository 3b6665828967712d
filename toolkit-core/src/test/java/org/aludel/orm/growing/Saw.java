package org.aludel.orm.growing;

import static org.aludel.sql.Sql.coalesce;
import static org.aludel.sql.Sql.count;
import static org.aludel.sql.Sql.literal;
import static org.aludel.sql.Sql.scalar;
import static org.aludel.sql.Sql.select;

import jakarta.persistence.Entity;
import org.aludel.orm.annotation.ColumnProperty;
import org.aludel.orm.annotation.Deferred;
import org.aludel.orm.annotation.Hybrid;
import org.aludel.orm.annotation.QueryExpression;
import org.aludel.sql.Expression;
import org.jspecify.annotations.Nullable;

/** An expression that is something for every row, one that is deferred, and one of statements. */
@Entity
public class Saw extends Tool {
  private @Nullable Integer size;

  @ColumnProperty private int doubled;

  @ColumnProperty @Deferred private long namesakes;

  @QueryExpression private @Nullable String rank;

  protected Saw() {}

  public Saw(String name, int size) {
    super(name);
    this.size = size;
  }

  public @Nullable Integer getSize() {
    return size;
  }

  public int getDoubled() {
    return doubled;
  }

  @Hybrid
  static Expression<Integer> doubled(SawT saw) {
    Expression<Integer> known = coalesce(saw.size, literal(1));
    return known.plus(known);
  }

  public long getNamesakes() {
    return namesakes;
  }

  @Hybrid
  static Expression<Long> namesakes(SawT saw) {
    ToolT other = ToolT.TOOL.as("other");
    return scalar(select(count()).from(other).where(other.name.eq(saw.name)));
  }

  public @Nullable String getRank() {
    return rank;
  }
}
