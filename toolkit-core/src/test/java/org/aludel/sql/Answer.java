package org.aludel.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.aludel.compile.Structure;
import org.aludel.engine.Engine;
import org.jspecify.annotations.Nullable;

/**
 * An expression with its SQL and what the server answers. Asking also proves that its text and its
 * key hold none of its values.
 *
 * @param from what is read, or null for an expression that stands alone
 */
public record Answer<T>(
    String sql, Expression<T> expression, @Nullable Object expected, @Nullable FromItem from) {

  /** Of an expression that reads no table. */
  public static <T> Answer<T> of(String sql, Expression<T> expression, @Nullable Object expected) {
    return new Answer<>(sql, expression, expected, null);
  }

  Select<T> select() {
    Select<T> select = Sql.select(expression);
    return from == null ? select : select.from(from);
  }

  /** Compares text, key and the first row's value. */
  public void ask(Engine engine) {
    String suffix = from == null ? "" : " FROM " + from.key();
    assertThat(Shop.sql(select())).isEqualTo("SELECT " + sql + suffix);
    assertThat(key(withoutValues(select()))).isEqualTo(key(select()));
    Object answer = engine.execute(select()).get(0);
    if (answer instanceof BigDecimal number && expected instanceof BigDecimal wanted) {
      assertThat(number).isEqualByComparingTo(wanted);
    } else {
      assertThat(answer).isEqualTo(expected);
    }
  }

  /** The key of the cache. */
  public Structure.Key key() {
    return key(select());
  }

  private static Structure.Key key(Statement<?> statement) {
    return Structure.of(statement).key();
  }

  /** The same statement, all of whose binds are NULL. */
  static <S extends Statement<?>> S withoutValues(S statement) {
    return Traversal.replace(
        statement, node -> node instanceof Bind<?> bind ? new Bind<>(bind.type(), null) : node);
  }

  @Override
  public String toString() {
    return sql;
  }
}
