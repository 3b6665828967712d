package org.aludel.sql;

import java.util.Arrays;
import java.util.List;
import org.aludel.sql.Projection.Function2;
import org.aludel.sql.Projection.Function3;
import org.aludel.sql.Projection.Function4;
import org.aludel.sql.Projection.Function5;
import org.aludel.sql.Projection.Function6;

/** The part of {@link Sql} with the arities of SELECT; users see it as methods there. */
abstract class SelectSql {
  SelectSql() {}

  /** Rows of one value; a whole row for a table. */
  public static <A> Select<A> select(Selectable<A> only) {
    return Select.of(Projection.of(only));
  }

  /** Rows of two values. */
  public static <A, B> Select<Row2<A, B>> select(Selectable<A> first, Selectable<B> second) {
    return Select.of(Projection.of(Row2<A, B>::new, first, second));
  }

  /** Rows of three values. */
  public static <A, B, C> Select<Row3<A, B, C>> select(
      Selectable<A> first, Selectable<B> second, Selectable<C> third) {
    return Select.of(Projection.of(Row3<A, B, C>::new, first, second, third));
  }

  /** Rows of four values. */
  public static <A, B, C, D> Select<Row4<A, B, C, D>> select(
      Selectable<A> first, Selectable<B> second, Selectable<C> third, Selectable<D> fourth) {
    return Select.of(Projection.of(Row4<A, B, C, D>::new, first, second, third, fourth));
  }

  /** Rows of five values. */
  public static <A, B, C, D, E> Select<Row5<A, B, C, D, E>> select(
      Selectable<A> first,
      Selectable<B> second,
      Selectable<C> third,
      Selectable<D> fourth,
      Selectable<E> fifth) {
    List<Selectable<?>> items = List.of(first, second, third, fourth, fifth);
    return Select.of(Projection.of(Row5<A, B, C, D, E>::new, items));
  }

  /** Rows of six values. */
  public static <A, B, C, D, E, F> Select<Row6<A, B, C, D, E, F>> select(
      Selectable<A> first,
      Selectable<B> second,
      Selectable<C> third,
      Selectable<D> fourth,
      Selectable<E> fifth,
      Selectable<F> sixth) {
    List<Selectable<?>> items = List.of(first, second, third, fourth, fifth, sixth);
    return Select.of(Projection.of(Row6<A, B, C, D, E, F>::new, items));
  }

  /** Rows made by a function or constructor of two values. */
  public static <A, B, R> Select<R> select(
      Function2<A, B, R> function, Selectable<A> first, Selectable<B> second) {
    return Select.of(Projection.of(function, first, second));
  }

  /** Rows made by a function or constructor of three values. */
  public static <A, B, C, R> Select<R> select(
      Function3<A, B, C, R> function,
      Selectable<A> first,
      Selectable<B> second,
      Selectable<C> third) {
    return Select.of(Projection.of(function, first, second, third));
  }

  /** Rows made by a function or constructor of four values. */
  public static <A, B, C, D, R> Select<R> select(
      Function4<A, B, C, D, R> function,
      Selectable<A> first,
      Selectable<B> second,
      Selectable<C> third,
      Selectable<D> fourth) {
    return Select.of(Projection.of(function, first, second, third, fourth));
  }

  /** Rows made by a function or constructor of five values. */
  public static <A, B, C, D, E, R> Select<R> select(
      Function5<A, B, C, D, E, R> function,
      Selectable<A> first,
      Selectable<B> second,
      Selectable<C> third,
      Selectable<D> fourth,
      Selectable<E> fifth) {
    return Select.of(Projection.of(function, List.of(first, second, third, fourth, fifth)));
  }

  /** Rows made by a function or constructor of six values. */
  public static <A, B, C, D, E, F, R> Select<R> select(
      Function6<A, B, C, D, E, F, R> function,
      Selectable<A> first,
      Selectable<B> second,
      Selectable<C> third,
      Selectable<D> fourth,
      Selectable<E> fifth,
      Selectable<F> sixth) {
    return Select.of(Projection.of(function, List.of(first, second, third, fourth, fifth, sixth)));
  }

  /** Rows of any number of values, whose classes the caller looks after. */
  public static Select<Row> selectRow(Selectable<?>... items) {
    return Select.of(RowShape.projection(Arrays.asList(items)));
  }
}
