package org.aludel.type;

import java.util.LinkedHashMap;
import java.util.Map;
import org.aludel.error.MappingException;
import org.aludel.error.Problem;
import org.aludel.error.TypeCode;
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

  /**
   * Refuses a type as part of others, whose values are sent and read as one: the SQL round it would
   * be left out without a word.
   */
  static <J> SqlType<J> requirePlain(SqlType<J> part, String whole) {
    if (part.rules().bindSql != null || part.rules().columnSql != null) {
      throw new MappingException(
          Problem.of(
                  TypeCode.REFUSED_TYPE,
                  "cannot make " + whole + " of type \"" + part.name() + "\"")
              .found("SQL round each of its values, which " + whole + " sends and reads as one")
              .expected("a type without SQL round its values")
              .fix("put the SQL round the whole: unnest(?) it, and array_agg what comes of it"));
    }
    return part;
  }

  TypeRules<J> withVariant(String dialect, SqlType<J> type) {
    Map<String, SqlType<J>> more = new LinkedHashMap<>(variants);
    more.put(dialect, type);
    return new TypeRules<>(more, bindSql, columnSql);
  }
}
