package org.aludel.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.aludel.compile.CompiledStatement;
import org.aludel.dialect.Dialect;
import org.aludel.type.SqlType;
import org.aludel.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/**
 * One statement ready to be sent.
 *
 * @param verbatim whether the text goes to the server as it is, question marks included
 * @param types of the binds, in order
 * @param binds the values in the same order, with nulls; not copied
 * @param cache what the cache of compiled statements did
 * @param resultTypes the types of the result's columns; empty where the database alone knows them
 */
record Call(
    String sql,
    boolean verbatim,
    List<SqlType<?>> types,
    List<@Nullable Object> binds,
    CacheUse cache,
    List<SqlType<?>> resultTypes) {
  Call(
      String sql,
      boolean verbatim,
      List<SqlType<?>> types,
      List<@Nullable Object> binds,
      CacheUse cache) {
    this(sql, verbatim, types, binds, cache, List.of());
  }

  /** SQL as text; without values nothing in it is a bind parameter. */
  static Call ofText(Dialect dialect, String sql, @Nullable Object... values) {
    List<SqlType<?>> types = new ArrayList<>();
    for (Object value : values) {
      types.add(dialect.type(SqlTypes.forValue(value)));
    }
    return new Call(sql, values.length == 0, types, Arrays.asList(values), CacheUse.NONE);
  }

  /**
   * A compiled statement with the values of its bind nodes by ordinal.
   *
   * @param sql its text, for the schemas that are meant
   */
  static Call of(
      CompiledStatement compiled,
      String sql,
      List<? extends @Nullable Object> values,
      CacheUse cache) {
    List<SqlType<?>> types = new ArrayList<>(compiled.slots().size());
    List<@Nullable Object> binds = new ArrayList<>(compiled.slots().size());
    for (CompiledStatement.Slot slot : compiled.slots()) {
      Object value = values.get(slot.ordinal());
      types.add(slot.type());
      binds.add(slot.element() < 0 ? value : ((List<?>) value).get(slot.element()));
    }
    return new Call(sql, false, types, binds, cache, compiled.resultTypes());
  }

  List<String> typeNames() {
    return types.stream().map(SqlType::name).toList();
  }
}
