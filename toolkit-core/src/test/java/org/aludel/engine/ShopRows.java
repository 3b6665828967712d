package org.aludel.engine;

import static org.aludel.sql.Shop.ADDRESS;
import static org.aludel.sql.Shop.ADDRESS_EMAIL;
import static org.aludel.sql.Shop.ADDRESS_USER;
import static org.aludel.sql.Shop.GIFT;
import static org.aludel.sql.Shop.USER;
import static org.aludel.sql.Shop.USER_AGE;
import static org.aludel.sql.Shop.USER_EMAIL;
import static org.aludel.sql.Shop.USER_NAME;
import static org.aludel.sql.Sql.insert;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.aludel.schema.MetaData;
import org.aludel.sql.Shop;
import org.aludel.sql.Statement;
import org.aludel.testing.TestDatabase;
import org.aludel.type.SqlTypes;

/**
 * The shop with four users, ada 36, bob 20, eve 36 and kim without an age; ada has two addresses,
 * eve one; ada gave eve something. What a test changes is rolled back.
 */
final class ShopRows implements AutoCloseable {
  private final Engine engine;
  private final Connection connection;

  ShopRows(TestDatabase database) {
    this.engine = Engine.create(database.dataSource());
    database.run("DROP TABLE IF EXISTS gift, address, user_account");
    engine.createAll(MetaData.ofTables(List.of(USER, ADDRESS, GIFT)));
    this.connection = engine.connect();
    connection.execute(
        insert(USER)
            .columns(USER_NAME, USER_EMAIL, USER_AGE)
            .values("ada", "ada@example.org", 36)
            .values("bob", null, 20)
            .values("eve", "eve@example.org", 36)
            .values("kim", null, null));
    connection.execute(
        insert(ADDRESS)
            .columns(ADDRESS_USER, ADDRESS_EMAIL)
            .values(1L, "ada@example.org")
            .values(1L, "ada@example.com")
            .values(3L, "eve@example.org"));
    connection.execute(
        insert(GIFT)
            .set(GIFT.c("giver_id", SqlTypes.BIGINT), 1L)
            .set(GIFT.c("taker_id", SqlTypes.BIGINT), 3L));
  }

  /** Runs a statement whose text must be this. */
  <R> List<R> rows(Statement<R> statement, String sql) {
    assertThat(Shop.sql(statement)).isEqualTo(sql);
    return rows(statement);
  }

  /** Runs a statement without rows, whose text must be this. */
  void run(Statement<?> statement, String sql) {
    assertThat(Shop.sql(statement)).isEqualTo(sql);
    connection.execute(statement);
  }

  <R> List<R> rows(Statement<R> statement) {
    return connection.execute(statement).all();
  }

  Connection connection() {
    return connection;
  }

  @Override
  public void close() {
    connection.close();
    engine.close();
  }
}
