package org.aludel.orm.query;

import java.util.List;
import org.aludel.orm.mapping.LoadStrategy;
import org.aludel.orm.metamodel.RelationshipAttribute;
import org.aludel.sql.StatementOption;

/**
 * Loader options of a SELECT over entities; made to be imported statically.
 *
 * <pre>{@code
 * select(USER).options(selectIn(USER.orders, selectIn(ORDER.lines)), raise(USER.addresses))
 * }</pre>
 */
public final class Loading {
  private Loading() {}

  /**
   * Loads a relationship right after the rows, with one statement for each batch of objects.
   *
   * @param behind options for the objects that are loaded by it
   */
  public static StatementOption selectIn(
      RelationshipAttribute<?, ?> relationship, StatementOption... behind) {
    return new RelationshipOption(relationship, LoadStrategy.SELECT_IN, List.of(behind));
  }

  /** Loads a relationship on its first use, for the objects of the result together. */
  public static StatementOption lazy(
      RelationshipAttribute<?, ?> relationship, StatementOption... behind) {
    return new RelationshipOption(relationship, LoadStrategy.LAZY, List.of(behind));
  }

  /** Makes the use of a relationship that is not loaded an error. */
  public static StatementOption raise(RelationshipAttribute<?, ?> relationship) {
    return new RelationshipOption(relationship, LoadStrategy.RAISE, List.of());
  }

  /** Lets rows overwrite what objects in memory hold, unflushed changes included. */
  public static StatementOption populateExisting() {
    return new PopulateExisting();
  }

  record RelationshipOption(
      RelationshipAttribute<?, ?> relationship, LoadStrategy strategy, List<StatementOption> behind)
      implements StatementOption {
    RelationshipOption {
      behind = List.copyOf(behind);
    }

    @Override
    public String describe() {
      String word =
          switch (strategy) {
            case SELECT_IN -> "selectIn";
            case LAZY -> "lazy";
            case RAISE -> "raise";
          };
      return word + "(" + relationship.describe() + ")";
    }
  }

  record PopulateExisting() implements StatementOption {
    @Override
    public String describe() {
      return "populateExisting()";
    }
  }
}
