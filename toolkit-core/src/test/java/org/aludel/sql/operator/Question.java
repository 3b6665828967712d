package org.aludel.sql.operator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.aludel.engine.Engine;
import org.aludel.sql.ColumnReference;
import org.aludel.sql.Expression;
import org.aludel.sql.NamedTable;
import org.aludel.sql.Select;
import org.aludel.sql.Shop;
import org.aludel.sql.Sql;
import org.aludel.type.SqlType;
import org.aludel.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/**
 * An expression over a table {@code t} of two rows, with its SQL and what the server answers: for
 * conditions the first row says yes and the second no.
 */
record Question<T>(String sql, Expression<T> expression, @Nullable Object first, Object second) {
  private static final String NULL = "NULL";
  private static final NamedTable TABLE = Sql.table("t");

  static <C> ColumnReference<C> column(String name, SqlType<C> type) {
    return TABLE.c(name, type);
  }

  static Question<Boolean> condition(String sql, Expression<Boolean> condition) {
    return new Question<>(sql, condition, true, false);
  }

  /** What the server answers with NULL for the second row. */
  static <T> Question<T> onlyFirst(String sql, Expression<T> expression, T first) {
    return new Question<>(sql, expression, first, NULL);
  }

  void ask(Engine engine) {
    Select<T> select =
        Sql.select(expression).from(TABLE).orderBy(column("id", SqlTypes.INTEGER).asc());

    assertThat(Shop.sql(select)).isEqualTo("SELECT " + sql + " FROM t ORDER BY t.id");
    List<T> answers = engine.execute(select);
    assertThat(answers.get(0)).isEqualTo(first);
    assertThat(answers.get(1)).isEqualTo(second == NULL ? null : second);
  }

  @Override
  public String toString() {
    return sql;
  }
}
