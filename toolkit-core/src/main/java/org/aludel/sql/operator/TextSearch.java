package org.aludel.sql.operator;

import org.aludel.sql.Bind;
import org.aludel.sql.Expression;
import org.aludel.sql.Sql;
import org.aludel.type.PostgresTypes;
import org.aludel.type.SqlType;
import org.aludel.type.SqlTypes;

/**
 * Vectors and queries of full text search; made to be imported statically.
 *
 * <pre>{@code
 * Expression<String> query = webQuery("english", "\"brown fox\" -dog");
 * select(PAGE.title, headline("english", PAGE.body, query))
 *     .where(PAGE.words.matches(query))
 *     .orderBy(PAGE.words.rank(query).desc())
 * }</pre>
 *
 * <p>The configuration becomes a literal, so that an index over {@code to_tsvector('english', …)}
 * answers; words are binds. Source: PostgreSQL 18 §12.3.
 */
public final class TextSearch {
  public static final SqlType<String> VECTOR = PostgresTypes.plainText("tsvector");
  public static final SqlType<String> QUERY = PostgresTypes.plainText("tsquery");

  private TextSearch() {}

  /** The words of a text. */
  public static SearchExpression toVector(String configuration, Expression<String> text) {
    return SearchExpression.of(Nodes.call("to_tsvector", VECTOR, Sql.literal(configuration), text));
  }

  /** All of the words, in any order. */
  public static Expression<String> plainQuery(String configuration, String words) {
    return query("plainto_tsquery", configuration, words);
  }

  /** The words side by side, in this order. */
  public static Expression<String> phraseQuery(String configuration, String words) {
    return query("phraseto_tsquery", configuration, words);
  }

  /** As people write in search engines: quotes, {@code or}, a dash for not. Never an error. */
  public static Expression<String> webQuery(String configuration, String words) {
    return query("websearch_to_tsquery", configuration, words);
  }

  /** With the operators {@code & | ! <->}; the server refuses a text of another form. */
  public static Expression<String> query(String configuration, String operators) {
    return query("to_tsquery", configuration, operators);
  }

  private static Expression<String> query(String function, String configuration, String words) {
    return Nodes.call(
        function, QUERY, Sql.literal(configuration), Bind.compared(SqlTypes.TEXT, words, QUERY));
  }

  /** What both queries find. */
  public static Expression<String> both(Expression<String> one, Expression<String> other) {
    return Nodes.infix(QUERY, one, "&&", other);
  }

  /** What one of the queries finds. */
  public static Expression<String> either(Expression<String> one, Expression<String> other) {
    return Nodes.infix(QUERY, one, "||", other);
  }

  /** The part of a text around the words of a query, which stand between {@code <b>} marks. */
  public static Expression<String> headline(
      String configuration, Expression<String> text, Expression<String> query) {
    return Nodes.call("ts_headline", SqlTypes.TEXT, Sql.literal(configuration), text, query);
  }
}
