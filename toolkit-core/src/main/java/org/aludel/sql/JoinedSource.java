package org.aludel.sql;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Joined sources in parentheses, to be joined as one: {@code (a JOIN b ON …)}. Without an alias the
 * columns of the sources inside stay in sight; under one, they are columns of the alias.
 *
 * @param names of its first columns under the alias; empty for those that they have
 */
public record JoinedSource(
    FromItem first, List<Join> joins, @Nullable String alias, List<String> names)
    implements FromItem {
  public JoinedSource {
    joins = List.copyOf(joins);
    names = List.copyOf(names);
  }

  /** An inner join inside the parentheses. */
  public JoinedSource join(FromItem target, Predicate on) {
    return plus(new Join(Join.Kind.INNER, target, on));
  }

  /** An inner join on the one foreign key between the two sides. */
  public JoinedSource join(JoinTarget target) {
    return plus(new Join(Join.Kind.INNER, target, null));
  }

  /** A left join inside the parentheses. */
  public JoinedSource leftJoin(FromItem target, Predicate on) {
    return plus(new Join(Join.Kind.LEFT, target, on));
  }

  /** Every row with every row, inside the parentheses. */
  public JoinedSource crossJoin(FromItem target) {
    return plus(new Join(Join.Kind.CROSS, target, null));
  }

  private JoinedSource plus(Join join) {
    List<Join> all = new ArrayList<>(joins);
    all.add(join);
    return new JoinedSource(first, all, alias, names);
  }

  /** The same under an alias, which hides the sources inside; its first columns may be renamed. */
  public JoinedSource as(String value, String... columns) {
    return new JoinedSource(first, joins, value, List.of(columns));
  }

  @Override
  public SourceKey key() {
    return alias == null ? first.key() : new SourceKey(null, alias);
  }

  @Override
  public <V> V accept(SourceVisitor<V> visitor) {
    return visitor.visitJoined(this);
  }
}
