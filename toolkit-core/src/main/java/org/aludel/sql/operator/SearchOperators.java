package org.aludel.sql.operator;

import org.aludel.sql.Expression;
import org.aludel.sql.Predicate;
import org.aludel.type.SqlTypes;

/**
 * What can be asked of a search vector; queries are made by {@link TextSearch}. Source: PostgreSQL
 * 18 §9.13, §12.3.
 */
public interface SearchOperators {
  /** The vector itself. */
  Expression<String> vector();

  /** Whether the query finds it: {@code @@}. */
  default Predicate matches(Expression<String> query) {
    return Nodes.holds(vector(), "@@", query);
  }

  /** How well the query fits, by how often its words are there. */
  default Expression<Float> rank(Expression<String> query) {
    return Nodes.call("ts_rank", SqlTypes.REAL, vector(), query);
  }

  /** How well the query fits, by how near its words are to each other. */
  default Expression<Float> coverRank(Expression<String> query) {
    return Nodes.call("ts_rank_cd", SqlTypes.REAL, vector(), query);
  }

  /** Both vectors, the second behind the first: {@code ||}. */
  default SearchExpression joinedWith(Expression<String> other) {
    return SearchExpression.of(Nodes.infix(TextSearch.VECTOR, vector(), "||", other));
  }

  /** Its words under a weight, {@code A} to {@code D}. */
  default SearchExpression weighted(char weight) {
    return SearchExpression.of(
        Nodes.call(
            "setweight",
            TextSearch.VECTOR,
            vector(),
            org.aludel.sql.Sql.literal(String.valueOf(weight))));
  }
}
