package org.aludel.sql.operator;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.aludel.error.CompileException;
import org.aludel.error.Problem;
import org.aludel.error.SqlCode;
import org.aludel.sql.Bind;
import org.aludel.sql.Expression;
import org.aludel.sql.Predicate;
import org.aludel.sql.Scalar;
import org.aludel.sql.Sql;
import org.aludel.type.PostgresTypes;
import org.aludel.type.SqlType;
import org.aludel.type.SqlTypes;

/**
 * What can be asked of a JSON document.
 *
 * <pre>{@code
 * select(ORDER.id).where(ORDER.data.get("customer").get("age").asInteger().ge(18))
 * }</pre>
 *
 * <p>Keys and paths that are given as Java values become literals of the statement, so that an
 * index over the same expression answers it and GROUP BY repeats it; a key that comes from outside
 * is {@code get(bind(TEXT, key))}. Methods that say so are for {@code jsonb} alone, and refuse
 * {@code json} with {@code UNSUPPORTED_STATEMENT}. Source: PostgreSQL 18 §9.16.
 */
public interface JsonOperators {
  /** The document itself. */
  Expression<?> json();

  /** The value of a key of an object: {@code ->}; SQL's NULL where there is none. */
  default JsonExpression get(String key) {
    return get(Sql.literal(key));
  }

  /** The value of a key of an object: {@code ->}; SQL's NULL where there is none. */
  default JsonExpression get(Expression<String> key) {
    return JsonExpression.step(json(), "->", key);
  }

  /** The item of an array: {@code ->}; counted from 0, and from -1 at the end. */
  default JsonExpression get(int index) {
    return JsonExpression.step(json(), "->", Sql.literal(index));
  }

  /** What stands at the end of keys and indexes: <code>#&gt;</code>. */
  default JsonExpression path(String... steps) {
    return JsonExpression.step(
        json(), "#>", Sql.literal(SqlTypes.array(SqlTypes.TEXT), List.of(steps)));
  }

  /** The whole as text without quotes, JSON's null as SQL's NULL: {@code #>> '{}'}. */
  default Expression<String> asText() {
    return Nodes.infix(
        SqlTypes.TEXT, json(), "#>>", Sql.literal(SqlTypes.array(SqlTypes.TEXT), List.of()));
  }

  /** A number as one of Java; the server refuses what is none. */
  default Expression<Integer> asInteger() {
    return asText().cast(SqlTypes.INTEGER);
  }

  /** A number as one of Java; the server refuses what is none. */
  default Expression<Long> asLong() {
    return asText().cast(SqlTypes.BIGINT);
  }

  /** A number with all its digits; the server refuses what is none. */
  default Expression<java.math.BigDecimal> asDecimal() {
    return asText().cast(SqlTypes.NUMERIC);
  }

  /** A number as one of Java; the server refuses what is none. */
  default Expression<Double> asDouble() {
    return asText().cast(SqlTypes.DOUBLE);
  }

  /** A truth value; the server refuses what is none. */
  default Expression<Boolean> asBoolean() {
    return asText().cast(SqlTypes.BOOLEAN);
  }

  /**
   * What it is: {@code object}, {@code array}, {@code string}, {@code number}, {@code boolean} or
   * {@code null}; SQL's NULL where there is no document.
   */
  default Expression<String> kind() {
    return Nodes.call(prefix() + "_typeof", SqlTypes.TEXT, json());
  }

  /** Whether it is JSON's null, which SQL's NULL is not. */
  default Predicate isJsonNull() {
    return new Predicate.Comparison(kind(), Predicate.Operator.EQUAL, Sql.literal("null"));
  }

  /** How many items an array has; the server refuses other documents. */
  default Expression<Integer> length() {
    return Nodes.call(prefix() + "_array_length", SqlTypes.INTEGER, json());
  }

  /** Whether it contains the document: {@code @>}. For {@code jsonb}. */
  default Predicate containsJson(String document) {
    return Nodes.holds(binary("@>"), "@>", document(document));
  }

  /** Whether the document contains it: {@code <@}. For {@code jsonb}. */
  default Predicate containedInJson(String document) {
    return Nodes.holds(binary("<@"), "<@", document(document));
  }

  /** Whether it is an object with the key, or an array with the text. For {@code jsonb}. */
  default Predicate hasKey(String key) {
    return Nodes.holds(binary("?"), "??", Nodes.value(SqlTypes.TEXT, key, json()));
  }

  /** Whether it has one of the keys at least; of none it is false. For {@code jsonb}. */
  default Predicate hasAnyKey(Collection<String> keys) {
    return Nodes.holds(binary("?|"), "??|", Nodes.texts(keys, json()));
  }

  /** Whether it has all of the keys; of none it is true. For {@code jsonb}. */
  default Predicate hasAllKeys(Collection<String> keys) {
    return Nodes.holds(binary("?&"), "??&", Nodes.texts(keys, json()));
  }

  /** Whether a path of SQL/JSON leads to something: {@code @?}. For {@code jsonb}. */
  default Predicate pathExists(String jsonPath) {
    return Nodes.holds(binary("@?"), "@??", jsonPath(jsonPath));
  }

  /** Whether a condition of SQL/JSON is true: {@code @@}. For {@code jsonb}. */
  default Predicate pathMatches(String jsonPath) {
    return Nodes.holds(binary("@@"), "@@", jsonPath(jsonPath));
  }

  /** What a path of SQL/JSON finds first. For {@code jsonb}. */
  default JsonExpression first(String jsonPath) {
    return JsonExpression.of(
        Nodes.call(
            "jsonb_path_query_first",
            SqlTypes.JSONB,
            binary("jsonb_path_query_first"),
            jsonPath(jsonPath)));
  }

  /** With the keys of an object over its own, or the items of an array behind. */
  default JsonExpression merged(String document) {
    return JsonExpression.of(Nodes.infix(SqlTypes.JSONB, binary("||"), "||", document(document)));
  }

  /** Without a key. For {@code jsonb}. */
  default JsonExpression without(String key) {
    return JsonExpression.of(
        Nodes.infix(SqlTypes.JSONB, binary("-"), "-", Nodes.value(SqlTypes.TEXT, key, json())));
  }

  /** With another document at the end of a path, made where it is missing. For {@code jsonb}. */
  default JsonExpression with(String document, String... path) {
    return JsonExpression.of(
        Nodes.call(
            "jsonb_set",
            SqlTypes.JSONB,
            binary("jsonb_set"),
            Nodes.texts(Arrays.asList(path), json()),
            document(document)));
  }

  private Expression<String> document(String document) {
    return Nodes.value(SqlTypes.JSONB, document, json());
  }

  private Expression<String> jsonPath(String path) {
    SqlType<String> type = PostgresTypes.plainText("jsonpath");
    return new Scalar.Cast<>(Bind.compared(type, path, json()), type);
  }

  private String prefix() {
    return json().type().name().equals("json") ? "json" : "jsonb";
  }

  private Expression<?> binary(String operator) {
    if (prefix().equals("json")) {
      throw new CompileException(
          Problem.of(SqlCode.UNSUPPORTED_STATEMENT, "cannot ask \"" + json() + "\" by " + operator)
              .found("the type \"json\"")
              .expected("jsonb, which has this operator")
              .fix("change the column to jsonb, or cast it: JsonExpression.of(x.cast(JSONB))"));
    }
    return json();
  }
}
