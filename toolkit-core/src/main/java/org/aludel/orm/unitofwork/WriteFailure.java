package org.aludel.orm.unitofwork;

import java.util.List;
import java.util.stream.Stream;
import org.aludel.error.DatabaseException;
import org.aludel.error.IntegrityViolation;
import org.aludel.error.Problem;
import org.aludel.error.database.InvalidValue;
import org.aludel.orm.mapping.Generation;
import org.aludel.orm.mapping.Property;
import org.aludel.orm.state.EntityModel;
import org.aludel.orm.state.InstanceState;
import org.jspecify.annotations.Nullable;

/**
 * What the database refused about the rows of a flush, with the objects that they stand for. What
 * is no fault of the rows, such as a lost connection, stays as it is.
 */
final class WriteFailure {
  private static final String UNIQUE_VIOLATION = "23505";
  private static final String NOT_NULL_VIOLATION = "23502";
  private static final String FOREIGN_KEY_VIOLATION = "23503";

  private WriteFailure() {}

  /**
   * The failure to throw in place of another.
   *
   * @param what insert, update or delete
   * @param states the objects of the statement, at least one
   */
  static DatabaseException of(
      DatabaseException failure, String what, List<? extends InstanceState<?>> states) {
    Problem problem = problem(failure, what, states);
    boolean aboutRows = failure instanceof IntegrityViolation || failure instanceof InvalidValue;
    return aboutRows ? failure.with(problem) : failure;
  }

  private static Problem problem(
      DatabaseException failure, String what, List<? extends InstanceState<?>> states) {
    InstanceState<?> first = states.get(0);
    String type = "class \"" + first.model().mapper().type().getName() + "\"";
    String objects =
        states.size() == 1
            ? describe(first) + " of " + type
            : states.size() + " objects of " + type;
    Problem found = failure.problem();
    return new Problem(
        found.code(),
        "cannot " + what + " " + objects,
        found.found(),
        found.expected(),
        fix(failure, states));
  }

  private static <E> String describe(InstanceState<E> state) {
    Object key = state.key() == null ? state.model().keyOf(state.entity()) : state.key();
    return "\"" + state.model().describe(key) + "\"";
  }

  private static @Nullable String fix(
      DatabaseException failure, List<? extends InstanceState<?>> states) {
    if (NOT_NULL_VIOLATION.equals(failure.sqlState())) {
      return states.stream()
          .flatMap(WriteFailure::missing)
          .findFirst()
          .map(attribute -> "set \"" + attribute + "\", or allow NULL where it is mapped")
          .orElse("give the column a value, or allow NULL in it");
    }
    boolean moved = states.stream().anyMatch(WriteFailure::changesKey);
    if (moved && FOREIGN_KEY_VIOLATION.equals(failure.sqlState())) {
      return "let the server carry references along with the id that changes:"
          + " @OnUpdate(ForeignKeyAction.CASCADE) on them, or @Deferrable";
    }
    return UNIQUE_VIOLATION.equals(failure.sqlState())
        ? "change the value; where rows swap unique values, give one of them another value and"
            + " flush() in between; where the row may be there already, session.merge(…) the object"
        : failure.problem().fix();
  }

  private static <E> boolean changesKey(InstanceState<E> state) {
    Object key = state.key();
    return key != null && !key.equals(state.model().keyOf(state.entity()));
  }

  /** The attributes that are null although their columns may not be. */
  private static <E> Stream<String> missing(InstanceState<E> state) {
    EntityModel<E> model = state.model();
    Stream<Property> basics =
        model.mapper().basics().stream()
            .filter(one -> !one.column().nullable() && one.generation() == Generation.NONE)
            .map(one -> one);
    Stream<Property> references =
        model.references().stream()
            .filter(one -> one.localColumns().stream().anyMatch(column -> !column.nullable()))
            .map(one -> one);
    return Stream.concat(basics, references)
        .filter(one -> model.access().get(state.entity(), one.slot()) == null)
        .map(one -> model.mapper().type().getSimpleName() + "." + one.name());
  }
}
