package org.aludel.orm.metamodel;

import java.util.ArrayList;
import java.util.List;
import org.aludel.sql.Predicate;

/**
 * Of which class the object of a row is, for conditions over a hierarchy:
 *
 * <pre>{@code
 * select(ANIMAL).where(ANIMAL.type().in(Cat.class, Dog.class))
 * }</pre>
 *
 * <p>Only a session knows the classes of rows; Core refuses such a condition with {@code
 * NEEDS_SESSION}.
 *
 * @param <E> the entity class
 */
public record EntityType<E>(EntityTable<E> table) {
  /** Of that class itself, and of none below it. */
  public Predicate eq(Class<? extends E> type) {
    return new EntityTypeTest(table, List.of(type), false, false);
  }

  /** Of another class than that. */
  public Predicate ne(Class<? extends E> type) {
    return new EntityTypeTest(table, List.of(type), false, true);
  }

  /** Of one of the classes; of none it is false. */
  @SafeVarargs // only read
  public final Predicate in(Class<? extends E>... types) {
    List<Class<?>> all = new ArrayList<>();
    for (Class<? extends E> type : types) {
      all.add(type);
    }
    return new EntityTypeTest(table, all, false, false);
  }

  /** Of none of the classes; of none it is true. */
  @SafeVarargs // only read
  public final Predicate notIn(Class<? extends E>... types) {
    List<Class<?>> all = new ArrayList<>();
    for (Class<? extends E> type : types) {
      all.add(type);
    }
    return new EntityTypeTest(table, all, false, true);
  }

  /** Of that class or one below it, as {@code instanceof}. */
  public Predicate isA(Class<? extends E> type) {
    return new EntityTypeTest(table, List.of(type), true, false);
  }
}
