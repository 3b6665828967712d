package org.aludel.orm.query;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.aludel.error.Problem;
import org.aludel.error.SessionCode;
import org.aludel.error.UsageException;
import org.aludel.orm.mapping.LoadStrategy;
import org.aludel.orm.metamodel.RelationshipPath;
import org.aludel.sql.StatementOption;

/**
 * How one relationship is loaded, with options for the objects behind it. Immutable.
 *
 * @param <E> the class that has the relationship
 * @param <T> the class behind it
 */
public final class LoadOption<E, T> implements StatementOption {
  private final RelationshipPath<E, T> path;
  private final LoadStrategy strategy;
  private final boolean contained;
  private final List<StatementOption> behind;
  private final int depth;

  private LoadOption(
      RelationshipPath<E, T> path,
      LoadStrategy strategy,
      boolean contained,
      List<StatementOption> behind,
      int depth) {
    this.path = path;
    this.strategy = strategy;
    this.contained = contained;
    this.behind = List.copyOf(behind);
    this.depth = depth;
  }

  static <E, T> LoadOption<E, T> of(
      RelationshipPath<E, T> path, LoadStrategy strategy, StatementOption... behind) {
    return new LoadOption<>(path, strategy, false, Arrays.asList(behind), 1);
  }

  static <E, T> LoadOption<E, T> contained(RelationshipPath<E, T> path) {
    return new LoadOption<>(path, LoadStrategy.JOINED, true, List.of(), 1);
  }

  /** The same with options for the objects behind it. */
  @SafeVarargs
  @SuppressWarnings("varargs") // only read
  public final LoadOption<E, T> then(LoadOption<? super T, ?>... more) {
    return then((StatementOption[]) more);
  }

  /** As above for options that name no relationship, such as {@code raiseAll()}. */
  public LoadOption<E, T> then(StatementOption... more) {
    List<StatementOption> all = new ArrayList<>(behind);
    all.addAll(Arrays.asList(more));
    return new LoadOption<>(path, strategy, contained, all, depth);
  }

  /**
   * The same for the objects behind it, and those behind them: a relationship from a class to
   * itself.
   *
   * @param levels in all, at least 1
   */
  public LoadOption<E, T> recursive(int levels) {
    boolean toItself = path.relationship().target() == path.relationship().table().rowType();
    if (levels < 1 || !toItself || contained) {
      throw new UsageException(
          Problem.of(
                  SessionCode.UNSUPPORTED,
                  "cannot load " + describe() + " through " + levels + " levels")
              .expected("1 or more levels of a relationship that leads to its own class"));
    }
    return new LoadOption<>(path, strategy, false, behind, levels);
  }

  RelationshipPath<E, T> path() {
    return path;
  }

  LoadStrategy strategy() {
    return strategy;
  }

  /** Whether the statement's own join holds the rows. */
  boolean isContained() {
    return contained;
  }

  /** The options behind it, itself one level less deep among them. */
  List<StatementOption> behind() {
    if (depth == 1) {
      return behind;
    }
    List<StatementOption> all = new ArrayList<>(behind);
    all.add(new LoadOption<>(path, strategy, false, behind, depth - 1));
    return all;
  }

  @Override
  public String describe() {
    String word =
        contained
            ? "containsEager"
            : switch (strategy) {
              case LAZY -> "lazy";
              case LAZY_EACH -> "lazyEach";
              case SELECT_IN -> "selectIn";
              case IMMEDIATE -> "immediate";
              case SUBQUERY -> "subquery";
              case JOINED -> "joined";
              case RAISE -> "raise";
              case NO_LOAD -> "noLoad";
            };
    return word + "(" + path.describe() + ")";
  }
}
