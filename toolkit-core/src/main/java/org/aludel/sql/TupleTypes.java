package org.aludel.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.aludel.error.CompileException;
import org.aludel.error.Problem;
import org.aludel.error.SqlCode;
import org.aludel.type.CompositeType;
import org.aludel.type.SqlType;
import org.jspecify.annotations.Nullable;

/**
 * The types of rows of two to six values. The functions are constants, since types are equal only
 * if their functions are, and statements are compiled once for each type.
 */
final class TupleTypes {
  private static final int FEWEST = 2;
  private static final List<Kind> KINDS =
      List.of(
          new Kind(Row2.class, v -> new Row2<>(v[0], v[1])),
          new Kind(Row3.class, v -> new Row3<>(v[0], v[1], v[2])),
          new Kind(Row4.class, v -> new Row4<>(v[0], v[1], v[2], v[3])),
          new Kind(Row5.class, v -> new Row5<>(v[0], v[1], v[2], v[3], v[4])),
          new Kind(Row6.class, v -> new Row6<>(v[0], v[1], v[2], v[3], v[4], v[5])));
  private static final List<Function<Tuple, @Nullable Object>> GETTERS =
      IntStream.range(0, FEWEST + KINDS.size())
          .<Function<Tuple, @Nullable Object>>mapToObj(index -> row -> row.values().get(index))
          .toList();

  private TupleTypes() {}

  private record Kind(Class<?> javaType, CompositeType.Constructor<Tuple> constructor) {}

  /** The type of rows of these parts. */
  @SuppressWarnings("unchecked") // the class of rows of so many parts
  static <T> SqlType<T> of(List<? extends Expression<?>> items) {
    if (items.size() < FEWEST || items.size() >= FEWEST + KINDS.size()) {
      throw new CompileException(
          Problem.of(SqlCode.UNSUPPORTED_STATEMENT, "cannot build a row")
              .found(items.size() + " values")
              .expected("two to six"));
    }
    Kind kind = KINDS.get(items.size() - FEWEST);
    CompositeType<Tuple> type = CompositeType.of("record", (Class<Tuple>) kind.javaType());
    for (int i = 0; i < items.size(); i++) {
      type = field(type, items.get(i).type(), GETTERS.get(i));
    }
    return (SqlType<T>) type.as(kind.constructor());
  }

  @SuppressWarnings("unchecked") // a row is made of values of the types of its parts
  private static <F> CompositeType<Tuple> field(
      CompositeType<Tuple> type, SqlType<F> part, Function<Tuple, @Nullable Object> getter) {
    return type.field(part, (Function<Tuple, @Nullable F>) (Function<?, ?>) getter);
  }

  /** A row as binds, each of the type of its part. */
  static List<Expression<?>> binds(Operation.RowValue<?> like, Object row) {
    List<@Nullable Object> values = ((Tuple) row).values();
    List<Expression<?>> binds = new ArrayList<>();
    for (int i = 0; i < like.items().size(); i++) {
      binds.add(bind(like.items().get(i), values.get(i)));
    }
    return binds;
  }

  private static <E> Bind<E> bind(Expression<E> item, @Nullable Object value) {
    return Bind.compared(item.type(), item.type().javaType().cast(value), item);
  }
}
