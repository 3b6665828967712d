package shop;

import static org.assertj.core.api.Assertions.assertThat;

import org.aludel.engine.Engine;
import org.aludel.orm.mapping.Registry;
import org.aludel.testing.PostgresTest;
import org.aludel.testing.StatementRecorder;
import org.aludel.testing.TestDatabase;
import org.junit.jupiter.api.Test;

/** The program of the first page does what it says. */
@PostgresTest(perMethod = true)
class ShopTest {
  private final StatementRecorder recorder = new StatementRecorder();

  @Test
  void storesReadsAndChangesItsObjects(TestDatabase database) {
    String printed = Printed.by(() -> run(database));

    assertThat(printed)
        .contains(
            "sandy has the id 1",
            "pearl has the id 2, created by the database's clock",
            "pearl has 1 address",
            "Line[name=pearl the first, email=pearl@example.org]");
  }

  @Test
  void changesOneColumnOfOneRow(TestDatabase database) {
    Printed.by(() -> run(database));

    assertThat(recorder.sql())
        .filteredOn(sql -> sql.startsWith("UPDATE"))
        .containsExactly("UPDATE user_account SET name = ? WHERE id = ?");
  }

  @Test
  void readsUsersAndTheirAddressesWithTwoStatements(TestDatabase database) {
    Printed.by(() -> run(database));

    assertThat(recorder.sql())
        .filteredOn(sql -> sql.contains("FROM user_account WHERE") || sql.contains("user_id = ANY"))
        .hasSize(2)
        .last()
        .asString()
        .contains("FROM address WHERE user_id = ANY");
  }

  private void run(TestDatabase database) {
    try (Engine engine = Engine.create(recorder.wrap(database.dataSource()))) {
      engine.createAll(Registry.of(Base.class).metaData());
      recorder.clear();
      Shop.run(engine);
    }
  }
}
