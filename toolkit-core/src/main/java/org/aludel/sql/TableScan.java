package org.aludel.sql;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Some of the rows of a table: those of itself without its children, or a sample. Its columns are
 * those of the table.
 *
 * @param isOnly whether rows of tables that inherit from it are left out
 */
public record TableScan(TableSource<?> table, boolean isOnly, @Nullable Sample sample)
    implements FromItem {
  /**
   * {@code TABLESAMPLE method (arguments) REPEATABLE (seed)}.
   *
   * @param method written as given
   * @param seed null for another sample each time
   */
  public record Sample(String method, List<Expression<?>> arguments, @Nullable Expression<?> seed) {
    public Sample {
      arguments = List.copyOf(arguments);
    }
  }

  /** About so many percent of the rows, each by chance. */
  public TableScan bernoulli(double percent) {
    return sampled("BERNOULLI", Sql.value(percent));
  }

  /** About so many percent of the pages with all of their rows; faster, and less even. */
  public TableScan system(double percent) {
    return sampled("SYSTEM", Sql.value(percent));
  }

  /** A sample by any method of the database. */
  public TableScan sampled(String method, Expression<?>... arguments) {
    return new TableScan(table, isOnly, new Sample(method, List.of(arguments), null));
  }

  /** The same sample each time, as long as the rows stay the same. */
  public TableScan repeatable(long seed) {
    Sample chosen = sample;
    if (chosen == null) {
      throw Refusals.unsupported("repeat a sample", "no sample", "bernoulli(…) before repeatable");
    }
    Sample fixed = new Sample(chosen.method, chosen.arguments, Sql.value(seed));
    return new TableScan(table, isOnly, fixed);
  }

  @Override
  public SourceKey key() {
    return table.key();
  }

  @Override
  public <V> V accept(SourceVisitor<V> visitor) {
    return visitor.visitScan(this);
  }
}
