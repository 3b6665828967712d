package org.aludel.sql;

import static org.aludel.sql.Sql.after;
import static org.aludel.sql.Sql.before;
import static org.aludel.sql.Sql.defaultOf;
import static org.aludel.sql.Sql.delete;
import static org.aludel.sql.Sql.insert;
import static org.aludel.sql.Sql.literal;
import static org.aludel.sql.Sql.merge;
import static org.aludel.sql.Sql.select;
import static org.aludel.sql.Sql.set;
import static org.aludel.sql.Sql.update;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.aludel.engine.Engine;
import org.aludel.testing.PostgresTest;
import org.aludel.testing.TestDatabase;
import org.aludel.type.SqlTypes;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every statement of the PostgreSQL manual's chapter 6, data manipulation, beside its SQL. Source:
 * PostgreSQL 18 §6.1 to §6.4.
 */
@PostgresTest
@Tag("servers")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class ManualDataManipulationTest {
  private static final String SCRIPT =
      """
      CREATE TEMP TABLE products (product_no integer, name text, price numeric DEFAULT 5,
        obsoletion_date date);
      CREATE TEMP TABLE new_products (product_no integer, name text, price numeric,
        release_date date);
      CREATE TEMP TABLE mytable (a integer, b integer, c integer);
      CREATE TEMP TABLE users (firstname text, lastname text, id serial PRIMARY KEY);
      INSERT INTO products VALUES (7, 'Ham', 5, NULL), (8, 'Jam', 10, current_date),
        (9, 'Caviar', 400, NULL);
      INSERT INTO new_products VALUES (7, 'Better ham', 6, current_date), (10, 'Tea', 3,
        current_date), (11, 'Later', 2, current_date + 1);
      INSERT INTO mytable VALUES (1, 1, 1), (0, 0, 0);
      """;

  private static final ColumnReference<Integer> NO = column("product_no", SqlTypes.INTEGER);
  private static final ColumnReference<String> NAME = column("name", SqlTypes.TEXT);
  private static final ColumnReference<BigDecimal> PRICE = column("price", SqlTypes.NUMERIC);
  private static final ColumnReference<LocalDate> OBSOLETE =
      column("obsoletion_date", SqlTypes.DATE);
  private static final NamedTable PRODUCTS = table("products", NO, NAME, PRICE, OBSOLETE);
  private static final NamedTable NEW_PRODUCTS =
      table("new_products", NO, NAME, PRICE, column("release_date", SqlTypes.DATE));
  private static final NamedTable MYTABLE = Sql.table("mytable");
  private static final NamedTable USERS = Sql.table("users");
  private static final BigDecimal CHEESE = new BigDecimal("9.99");
  private static final BigDecimal TENTH_MORE = new BigDecimal("1.10");

  private final Engine engine;

  ManualDataManipulationTest(TestDatabase database) {
    engine = Engine.create(database.dataSource());
  }

  @AfterAll
  void close() {
    engine.close();
  }

  private static <T> ColumnReference<T> column(String name, org.aludel.type.SqlType<T> type) {
    return Sql.column(name, type);
  }

  private static NamedTable table(String name, ColumnReference<?>... columns) {
    return new NamedTable(new TableName(null, name), null, List.of(columns), List.of());
  }

  @ParameterizedTest
  @MethodSource({"inserting", "updating", "deleting", "returning", "returningOfBothRows"})
  void theServerDoesTheSame(Twin twin) {
    twin.compare(engine, SCRIPT, "products", "mytable", "users");
  }

  static Stream<Twin> inserting() {
    return Stream.of(
        new Twin(
            "INSERT INTO products VALUES (1, 'Cheese', 9.99)",
            "INSERT INTO products (product_no, name, price) VALUES (?, ?, ?)",
            insert(PRODUCTS).values(1, "Cheese", CHEESE)),
        new Twin(
            "INSERT INTO products (product_no, name, price) VALUES (1, 'Cheese', 9.99)",
            "INSERT INTO products (product_no, name, price) VALUES (?, ?, ?)",
            insert(PRODUCTS).set(NO, 1).set(NAME, "Cheese").set(PRICE, CHEESE)),
        new Twin(
            "INSERT INTO products (name, price, product_no) VALUES ('Cheese', 9.99, 1)",
            "INSERT INTO products (name, price, product_no) VALUES (?, ?, ?)",
            insert(PRODUCTS).set(NAME, "Cheese").set(PRICE, CHEESE).set(NO, 1)),
        new Twin(
            "INSERT INTO products (product_no, name) VALUES (1, 'Cheese')",
            "INSERT INTO products (product_no, name) VALUES (?, ?)",
            insert(PRODUCTS).columns(NO, NAME).values(1, "Cheese")),
        new Twin(
            "INSERT INTO products VALUES (1, 'Cheese')",
            "INSERT INTO products (product_no, name) VALUES (?, ?)",
            insert(PRODUCTS).values(1, "Cheese")),
        new Twin(
            "INSERT INTO products (product_no, name, price) VALUES (1, 'Cheese', DEFAULT)",
            "INSERT INTO products (product_no, name, price) VALUES (?, ?, DEFAULT)",
            insert(PRODUCTS).values(1, "Cheese", defaultOf(PRICE))),
        new Twin(
            "INSERT INTO products DEFAULT VALUES",
            "INSERT INTO products DEFAULT VALUES",
            insert(PRODUCTS)),
        new Twin(
            "INSERT INTO products (product_no, name, price) VALUES (1, 'Cheese', 9.99),"
                + " (2, 'Bread', 1.99), (3, 'Milk', 2.99)",
            "INSERT INTO products (product_no, name, price) VALUES (?, ?, ?), (?, ?, ?),"
                + " (?, ?, ?)",
            insert(PRODUCTS)
                .values(1, "Cheese", CHEESE)
                .values(2, "Bread", new BigDecimal("1.99"))
                .values(3, "Milk", new BigDecimal("2.99"))),
        new Twin(
            "INSERT INTO products (product_no, name, price) SELECT product_no, name, price"
                + " FROM new_products WHERE release_date = 'today'",
            "INSERT INTO products (product_no, name, price) SELECT new_products.product_no,"
                + " new_products.name, new_products.price FROM new_products"
                + " WHERE new_products.release_date = CAST('today' AS date)",
            insert(PRODUCTS)
                .columns(NO, NAME, PRICE)
                .from(
                    select(
                            NO.withSource(NEW_PRODUCTS),
                            NAME.withSource(NEW_PRODUCTS),
                            PRICE.withSource(NEW_PRODUCTS))
                        .where(
                            NEW_PRODUCTS
                                .c("release_date", SqlTypes.DATE)
                                .eq(literal("today").cast(SqlTypes.DATE))))));
  }

  static Stream<Twin> updating() {
    ColumnReference<Integer> a = column("a", SqlTypes.INTEGER);
    return Stream.of(
        new Twin(
            "UPDATE products SET price = 10 WHERE price = 5",
            "UPDATE products SET price = ? WHERE price = ?",
            update(PRODUCTS).set(PRICE, BigDecimal.TEN).where(PRICE.eq(new BigDecimal(5)))),
        new Twin(
            "UPDATE products SET price = price * 1.10",
            "UPDATE products SET price = price * ?",
            update(PRODUCTS).set(PRICE, PRICE.times(TENTH_MORE)).all()),
        new Twin(
            "UPDATE mytable SET a = 5, b = 3, c = 1 WHERE a > 0",
            "UPDATE mytable SET a = ?, b = ?, c = ? WHERE a > ?",
            update(MYTABLE)
                .set(a, 5)
                .set(column("b", SqlTypes.INTEGER), 3)
                .set(column("c", SqlTypes.INTEGER), 1)
                .where(a.gt(0))));
  }

  static Stream<Twin> deleting() {
    return Stream.of(
        new Twin(
            "DELETE FROM products WHERE price = 10",
            "DELETE FROM products WHERE price = ?",
            delete(PRODUCTS).where(PRICE.eq(BigDecimal.TEN))),
        new Twin("DELETE FROM products", "DELETE FROM products", delete(PRODUCTS).all()));
  }

  static Stream<Twin> returning() {
    return Stream.of(
        new Twin(
            "INSERT INTO users (firstname, lastname) VALUES ('Joe', 'Cool') RETURNING id",
            "INSERT INTO users (firstname, lastname) VALUES (?, ?) RETURNING id",
            insert(USERS)
                .set(column("firstname", SqlTypes.TEXT), "Joe")
                .set(column("lastname", SqlTypes.TEXT), "Cool")
                .returning(column("id", SqlTypes.INTEGER))),
        new Twin(
            "UPDATE products SET price = price * 1.10 WHERE price <= 99.99"
                + " RETURNING name, price AS new_price",
            "UPDATE products SET price = price * ? WHERE price <= ?"
                + " RETURNING name, price AS new_price",
            update(PRODUCTS)
                .set(PRICE, PRICE.times(TENTH_MORE))
                .where(PRICE.le(new BigDecimal("99.99")))
                .returning(NAME, PRICE.as("new_price"))),
        new Twin(
            "DELETE FROM products WHERE obsoletion_date = 'today' RETURNING *",
            "DELETE FROM products WHERE obsoletion_date = CAST('today' AS date)"
                + " RETURNING product_no, name, price, obsoletion_date",
            delete(PRODUCTS)
                .where(OBSOLETE.eq(literal("today").cast(SqlTypes.DATE)))
                .returning(PRODUCTS)));
  }

  static Stream<Twin> returningOfBothRows() {
    NamedTable p = PRODUCTS.as("p");
    NamedTable n = NEW_PRODUCTS.as("n");
    Update<?> dearer =
        update(PRODUCTS)
            .set(PRICE, PRICE.times(TENTH_MORE))
            .where(PRICE.le(new BigDecimal("99.99")))
            .returningRow(
                NAME,
                before(PRICE).as("old_price"),
                after(PRICE).as("new_price"),
                after(PRICE).minus(before(PRICE)).as("price_change"));
    return Stream.of(
        new Twin(
                "MERGE INTO products p USING new_products n ON p.product_no = n.product_no"
                    + " WHEN NOT MATCHED THEN INSERT VALUES (n.product_no, n.name, n.price)"
                    + " WHEN MATCHED THEN UPDATE SET name = n.name, price = n.price RETURNING p.*",
                "MERGE INTO products AS p USING new_products AS n ON p.product_no = n.product_no"
                    + " WHEN NOT MATCHED THEN INSERT (product_no, name, price)"
                    + " VALUES (n.product_no, n.name, n.price)"
                    + " WHEN MATCHED THEN UPDATE SET name = n.name, price = n.price"
                    + " RETURNING p.product_no, p.name, p.price, p.obsoletion_date",
                merge(p)
                    .using(n, NO.withSource(p).eq(NO.withSource(n)))
                    .whenNotMatched()
                    .insert(
                        set(NO, NO.withSource(n)),
                        set(NAME, NAME.withSource(n)),
                        set(PRICE, PRICE.withSource(n)))
                    .whenMatched()
                    .update(set(NAME, NAME.withSource(n)), set(PRICE, PRICE.withSource(n)))
                    .returning(p))
            .since(17),
        new Twin(
                "UPDATE products SET price = price * 1.10 WHERE price <= 99.99 RETURNING name,"
                    + " old.price AS old_price, new.price AS new_price,"
                    + " new.price - old.price AS price_change",
                "UPDATE products SET price = price * ? WHERE price <= ? RETURNING name,"
                    + " old.price AS old_price, new.price AS new_price,"
                    + " new.price - old.price AS price_change",
                dearer)
            .since(18));
  }
}
