package org.aludel.sql;

import java.time.OffsetDateTime;
import java.util.List;
import org.aludel.compile.CompiledStatement;
import org.aludel.dialect.Dialect;
import org.aludel.dialect.DialectRegistry;
import org.aludel.schema.Column;
import org.aludel.schema.Constraint;
import org.aludel.schema.ConstraintName;
import org.aludel.schema.ForeignKey;
import org.aludel.schema.Identity;
import org.aludel.schema.PrimaryKey;
import org.aludel.schema.QualifiedName;
import org.aludel.schema.Table;
import org.aludel.schema.UniqueConstraint;
import org.aludel.type.SqlTypes;

/** The tables that the tests of statements share: users, their addresses, an order with two. */
public final class Shop {
  public static final Table USER =
      table(
          "user_account",
          List.of(
              Column.of("id", SqlTypes.BIGINT).notNull().withIdentity(Identity.byDefault()),
              Column.of("name", SqlTypes.varchar(30)).notNull(),
              Column.of("email", SqlTypes.varchar(255)),
              Column.of("age", SqlTypes.INTEGER),
              Column.of("created", SqlTypes.TIMESTAMPTZ).withServerDefault("now()")),
          List.of(
              PrimaryKey.of(name("pk_user_account"), List.of("id")),
              UniqueConstraint.of(name("uq_user_account_email"), List.of("email"))));
  public static final Table ADDRESS =
      table(
          "address",
          List.of(
              Column.of("id", SqlTypes.BIGINT).notNull().withIdentity(Identity.byDefault()),
              Column.of("user_id", SqlTypes.BIGINT),
              Column.of("email", SqlTypes.TEXT)),
          List.of(
              PrimaryKey.of(name("pk_address"), List.of("id")), reference("address", "user_id")));
  public static final Table GIFT =
      table(
          "gift",
          List.of(Column.of("giver_id", SqlTypes.BIGINT), Column.of("taker_id", SqlTypes.BIGINT)),
          List.of(reference("gift", "giver_id"), reference("gift", "taker_id")));

  public static final ColumnReference<Long> USER_ID = USER.c("id", SqlTypes.BIGINT);
  public static final ColumnReference<String> USER_NAME = USER.c("name", SqlTypes.VARCHAR);
  public static final ColumnReference<String> USER_EMAIL = USER.c("email", SqlTypes.VARCHAR);
  public static final ColumnReference<Integer> USER_AGE = USER.c("age", SqlTypes.INTEGER);
  public static final ColumnReference<OffsetDateTime> USER_CREATED =
      USER.c("created", SqlTypes.TIMESTAMPTZ);
  public static final ColumnReference<Long> ADDRESS_ID = ADDRESS.c("id", SqlTypes.BIGINT);
  public static final ColumnReference<Long> ADDRESS_USER = ADDRESS.c("user_id", SqlTypes.BIGINT);
  public static final ColumnReference<String> ADDRESS_EMAIL = ADDRESS.c("email", SqlTypes.TEXT);

  private static final Dialect POSTGRESQL =
      DialectRegistry.load().named("postgresql").orElseThrow();

  private Shop() {}

  /** A statement as PostgreSQL gets it. */
  public static CompiledStatement compile(Statement<?> statement) {
    return POSTGRESQL.compile(statement);
  }

  /** The text of a statement as PostgreSQL gets it. */
  public static String sql(Statement<?> statement) {
    return compile(statement).sql();
  }

  /** The condition of a query of users as PostgreSQL gets it. */
  public static String where(Predicate condition) {
    String prefix = "SELECT user_account.id FROM user_account WHERE ";
    return sql(Sql.select(USER_ID).where(condition)).substring(prefix.length());
  }

  private static Table table(String name, List<Column> columns, List<Constraint> constraints) {
    return new Table(QualifiedName.of(name), columns, constraints, List.of(), null);
  }

  private static ForeignKey reference(String table, String column) {
    return ForeignKey.of(
        name("fk_" + table + "_" + column),
        List.of(column),
        QualifiedName.of("user_account"),
        List.of("id"));
  }

  private static ConstraintName name(String text) {
    return ConstraintName.conventional(text);
  }
}
