package org.aludel.sql.operator;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.aludel.sql.Expression;
import org.aludel.sql.Predicate;
import org.aludel.sql.Sql;
import org.aludel.type.SqlType;
import org.aludel.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/**
 * What can be asked of an {@code hstore}. A key that is given to {@link #get(String)} becomes a
 * literal of the statement; one that comes from outside is {@code get(bind(TEXT, key))}. Source:
 * PostgreSQL 18 §F.17.
 */
public interface HstoreOperators {
  /** The map itself. */
  Expression<Map<String, @Nullable String>> hstore();

  /** The value of a key; NULL where there is none. */
  default Expression<String> get(String key) {
    return get(Sql.literal(key));
  }

  /** The value of a key; NULL where there is none. */
  default Expression<String> get(Expression<String> key) {
    return Nodes.infix(SqlTypes.TEXT, hstore(), "->", key);
  }

  /** Whether it has the key. */
  default Predicate hasKey(String key) {
    return Nodes.holds(hstore(), "??", Nodes.value(SqlTypes.TEXT, key, hstore()));
  }

  /** Whether it has one of the keys at least; of none it is false. */
  default Predicate hasAnyKey(Collection<String> keys) {
    return Nodes.holds(hstore(), "??|", Nodes.texts(keys, hstore()));
  }

  /** Whether it has all of the keys; of none it is true. */
  default Predicate hasAllKeys(Collection<String> keys) {
    return Nodes.holds(hstore(), "??&", Nodes.texts(keys, hstore()));
  }

  /** Whether it has each of the pairs: {@code @>}. */
  default Predicate containsAll(Map<String, @Nullable String> pairs) {
    return Nodes.holds(hstore(), "@>", whole(pairs));
  }

  /** Whether each of its pairs is one of these: {@code <@}. */
  default Predicate containedIn(Map<String, @Nullable String> pairs) {
    return Nodes.holds(hstore(), "<@", whole(pairs));
  }

  /** With other pairs over its own. */
  default HstoreExpression merged(Map<String, @Nullable String> pairs) {
    return HstoreExpression.of(Nodes.infix(hstore().type(), hstore(), "||", whole(pairs)));
  }

  /** Without a key. */
  default HstoreExpression without(String key) {
    return HstoreExpression.of(
        Nodes.infix(hstore().type(), hstore(), "-", Nodes.value(SqlTypes.TEXT, key, hstore())));
  }

  /** Its keys, in no order. */
  default ArrayExpression<String> keys() {
    return texts("akeys");
  }

  /** Its values, in the order of {@link #keys}. */
  default ArrayExpression<String> values() {
    return texts("avals");
  }

  private ArrayExpression<String> texts(String function) {
    SqlType<List<String>> type = SqlTypes.array(SqlTypes.TEXT);
    return ArrayExpression.of(Nodes.call(function, type, hstore()));
  }

  private Expression<Map<String, @Nullable String>> whole(Map<String, @Nullable String> pairs) {
    return Nodes.value(hstore().type(), pairs, hstore());
  }
}
