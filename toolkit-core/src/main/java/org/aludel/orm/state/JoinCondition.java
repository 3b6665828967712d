package org.aludel.orm.state;

import java.util.Set;
import org.aludel.schema.QualifiedName;
import org.aludel.sql.ColumnReference;
import org.aludel.sql.FromItem;
import org.aludel.sql.Predicate;
import org.aludel.sql.Rewriter;

/**
 * When rows of both ends of a relationship belong together, by the columns of a registry.
 *
 * @param owner what stands for the rows of the class that has the attribute
 * @param target what stands for those of the class that it holds
 * @param tables all that it reads, both ends among them
 */
public record JoinCondition(
    FromItem owner, FromItem target, Predicate predicate, Set<QualifiedName> tables) {
  public JoinCondition {
    tables = Set.copyOf(tables);
  }

  /** The same of these rows. */
  public Predicate between(FromItem owners, FromItem targets) {
    return between(owners, "", targets);
  }

  /**
   * As above.
   *
   * @param prefix what the owners' source writes before the names of the columns
   */
  public Predicate between(FromItem owners, String prefix, FromItem targets) {
    return new Ends(this, owners, prefix, targets).apply();
  }

  private static final class Ends extends Rewriter {
    private final JoinCondition condition;
    private final FromItem owners;
    private final String prefix;
    private final FromItem targets;

    Ends(JoinCondition condition, FromItem owners, String prefix, FromItem targets) {
      this.condition = condition;
      this.owners = owners;
      this.prefix = prefix;
      this.targets = targets;
    }

    Predicate apply() {
      return predicate(condition.predicate());
    }

    @Override
    protected FromItem source(FromItem item) {
      if (item.key().equals(condition.owner().key())) {
        return owners;
      }
      return item.key().equals(condition.target().key()) ? targets : super.source(item);
    }

    @Override
    protected ColumnReference<?> column(ColumnReference<?> column) {
      FromItem source = column.source();
      if (source == null) {
        return column;
      }
      if (source.key().equals(condition.owner().key())) {
        return new ColumnReference<>(owners, prefix + column.name(), column.type());
      }
      return source.key().equals(condition.target().key()) ? column.withSource(targets) : column;
    }
  }
}
