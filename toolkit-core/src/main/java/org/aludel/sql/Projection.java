package org.aludel.sql;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a statement gives for each row: the parts to select, and what is made of their values.
 *
 * @param items in the order of the result; empty when the database alone knows the columns
 * @param maker gets one value an item, in the same order; null when the row is a {@link Row} of
 *     whatever comes
 * @param <R> what a row becomes
 */
public record Projection<R>(List<Selectable<?>> items, @Nullable Maker<R> maker) {
  public Projection {
    items = List.copyOf(items);
  }

  /** Rows of whatever columns come. */
  static Projection<Row> dynamic() {
    return new Projection<>(List.of(), null);
  }

  /** Whether the columns are known only when the result arrives. */
  public boolean isDynamic() {
    return maker == null;
  }

  /** Makes one row's value. */
  @FunctionalInterface
  public interface Maker<R> {
    R make(@Nullable Object[] values);
  }

  /** A function or constructor of two values. */
  @FunctionalInterface
  public interface Function2<A, B, R> {
    R apply(A first, B second);
  }

  /** A function or constructor of three values. */
  @FunctionalInterface
  public interface Function3<A, B, C, R> {
    R apply(A first, B second, C third);
  }

  /** A function or constructor of four values. */
  @FunctionalInterface
  public interface Function4<A, B, C, D, R> {
    R apply(A first, B second, C third, D fourth);
  }

  /** A function or constructor of five values. */
  @FunctionalInterface
  public interface Function5<A, B, C, D, E, R> {
    R apply(A first, B second, C third, D fourth, E fifth);
  }

  /** A function or constructor of six values. */
  @FunctionalInterface
  public interface Function6<A, B, C, D, E, F, R> {
    R apply(A first, B second, C third, D fourth, E fifth, F sixth);
  }

  /** The value itself. */
  public static <A> Projection<A> of(Selectable<A> only) {
    return new Projection<>(List.of(only), values -> Projection.<A>at(values, 0));
  }

  /** A function of two. */
  public static <A, B, R> Projection<R> of(
      Function2<A, B, R> function, Selectable<A> first, Selectable<B> second) {
    return new Projection<>(
        List.of(first, second),
        values -> function.apply(Projection.<A>at(values, 0), Projection.<B>at(values, 1)));
  }

  /** A function of three. */
  public static <A, B, C, R> Projection<R> of(
      Function3<A, B, C, R> function,
      Selectable<A> first,
      Selectable<B> second,
      Selectable<C> third) {
    return new Projection<>(
        List.of(first, second, third),
        values ->
            function.apply(
                Projection.<A>at(values, 0),
                Projection.<B>at(values, 1),
                Projection.<C>at(values, 2)));
  }

  /** A function of four. */
  public static <A, B, C, D, R> Projection<R> of(
      Function4<A, B, C, D, R> function,
      Selectable<A> first,
      Selectable<B> second,
      Selectable<C> third,
      Selectable<D> fourth) {
    return new Projection<>(
        List.of(first, second, third, fourth),
        values ->
            function.apply(
                Projection.<A>at(values, 0),
                Projection.<B>at(values, 1),
                Projection.<C>at(values, 2),
                Projection.<D>at(values, 3)));
  }

  /** A function of five; items in order. The caller answers for their classes. */
  static <A, B, C, D, E, R> Projection<R> of(
      Function5<A, B, C, D, E, R> function, List<Selectable<?>> items) {
    return new Projection<>(
        items,
        values ->
            function.apply(
                Projection.<A>at(values, 0),
                Projection.<B>at(values, 1),
                Projection.<C>at(values, 2),
                Projection.<D>at(values, 3),
                Projection.<E>at(values, 4)));
  }

  /** A function of six; items in order. The caller answers for their classes. */
  static <A, B, C, D, E, F, R> Projection<R> of(
      Function6<A, B, C, D, E, F, R> function, List<Selectable<?>> items) {
    return new Projection<>(
        items,
        values ->
            function.apply(
                Projection.<A>at(values, 0),
                Projection.<B>at(values, 1),
                Projection.<C>at(values, 2),
                Projection.<D>at(values, 3),
                Projection.<E>at(values, 4),
                Projection.<F>at(values, 5)));
  }

  @SuppressWarnings({"unchecked", "NullAway", "TypeParameterUnusedInFormals"})
  // the item at that position has this class; NULL is a value of it
  private static <T> T at(@Nullable Object[] values, int position) {
    return (T) values[position];
  }
}
