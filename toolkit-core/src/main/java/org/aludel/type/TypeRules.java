package org.aludel.type;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a type says beyond its name and its values. Immutable.
 *
 * @param variants the types that stand for it in other databases, by the dialect's name
 * @param bindSql what is written round a value, with {@code ?} for it; null for the value alone
 * @param columnSql what is selected of a column, with {@code ?} for it; null for the column alone
 */
public record TypeRules<J>(
    Map<String, SqlType<J>> variants, @Nullable String bindSql, @Nullable String columnSql) {
  public TypeRules {
    variants = Map.copyOf(variants);
  }

  static <J> TypeRules<J> none() {
    return new TypeRules<>(Map.of(), null, null);
  }

  TypeRules<J> withVariant(String dialect, SqlType<J> type) {
    Map<String, SqlType<J>> more = new LinkedHashMap<>(variants);
    more.put(dialect, type);
    return new TypeRules<>(more, bindSql, columnSql);
  }
}
