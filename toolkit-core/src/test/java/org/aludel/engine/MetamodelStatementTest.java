package org.aludel.engine;

import static org.aludel.orm.mapping.shop.AddressT.ADDRESS;
import static org.aludel.orm.mapping.shop.UserT.USER;
import static org.aludel.sql.Sql.insert;
import static org.aludel.sql.Sql.select;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.aludel.orm.mapping.Registry;
import org.aludel.orm.mapping.shop.Base;
import org.aludel.orm.mapping.shop.User.Mood;
import org.aludel.orm.mapping.shop.UserT;
import org.aludel.sql.ColumnReference;
import org.aludel.sql.Row2;
import org.aludel.testing.PostgresTest;
import org.aludel.testing.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Statements over the generated metamodel, on Core alone. */
@PostgresTest(perMethod = true)
final class MetamodelStatementTest {
  private final Engine engine;
  private final Connection connection;

  MetamodelStatementTest(TestDatabase database) {
    engine = Engine.create(database.dataSource());
    engine.createAll(Registry.of(Base.class).metaData());
    connection = engine.connect();
  }

  @BeforeEach
  void insertUsers() {
    for (Mood mood : Mood.values()) {
      connection.execute(
          insert(USER)
              .set(USER.fullName, mood.name())
              .set(USER.mood, mood)
              .set(USER.version, 1)
              .set(USER.credit, java.math.BigDecimal.ONE));
    }
  }

  @AfterEach
  void close() {
    connection.close();
    engine.close();
  }

  @Test
  void insertsAndReturnsTheKey() {
    Long id =
        connection
            .execute(
                insert(USER)
                    .set(USER.fullName, "sandy")
                    .set(USER.version, 1)
                    .set(USER.mood, Mood.SAD)
                    .set(USER.credit, java.math.BigDecimal.ONE)
                    .returning(USER.id))
            .scalar();

    assertThat(id).isNotNull();
  }

  @Test
  void bindsEnumsOfTheDatabaseAloneAndInLists() {
    assertThat(connection.execute(select(USER.fullName).where(USER.mood.eq(Mood.HAPPY))).all())
        .containsExactly("HAPPY");
    assertThat(connection.execute(select(USER.mood).where(USER.mood.in(Mood.SAD))).all())
        .containsExactly(Mood.SAD);
  }

  @Test
  void comparesATableWithItself() {
    UserT other = USER.as("other");

    assertThat(
            connection
                .execute(
                    select(USER.fullName, other.fullName)
                        .from(USER)
                        .join(other, other.id.gt(USER.id)))
                .all())
        .containsExactly(new Row2<>("SAD", "HAPPY"));
  }

  @Test
  void leavesObjectsToASession() {
    assertThatThrownBy(() -> connection.execute(select(USER)))
        .hasMessageContaining("ORM-SQL-NEEDS-SESSION");
  }

  @Test
  void keyThatAnAttributeHoldsTooIsOneColumn() {
    assertThat(ADDRESS.paidBy.id).isEqualTo(ADDRESS.payerId);
    assertThat(ADDRESS.columnReferences())
        .extracting(ColumnReference::name)
        .containsExactly("id", "created", "street", "payer", "user_id");
  }
}
