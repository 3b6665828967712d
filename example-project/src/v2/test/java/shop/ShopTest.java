package shop;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.aludel.engine.Engine;
import org.aludel.orm.mapping.Registry;
import org.aludel.testing.PostgresTest;
import org.aludel.testing.StatementRecorder;
import org.aludel.testing.TestDatabase;
import org.junit.jupiter.api.Test;

/** The program of the second version gives users of the first an address of their own. */
@PostgresTest(perMethod = true)
class ShopTest {
  private final StatementRecorder recorder = new StatementRecorder();

  @Test
  void givesUsersTheirFirstAddress(TestDatabase database) {
    String printed = Printed.by(() -> run(database));

    assertThat(printed).contains("sandy: null", "pearl: null", "pearl: pearl@example.org");
    assertThat(database.query("SELECT name, email FROM user_account ORDER BY id"))
        .containsExactly(Arrays.asList("sandy", null), List.of("pearl", "pearl@example.org"));
  }

  @Test
  void readsTheAddressesOfAllUsersWithOneStatement(TestDatabase database) {
    Printed.by(() -> run(database));

    assertThat(recorder.sql()).filteredOn(sql -> sql.contains("FROM address")).hasSize(1);
  }

  @Test
  void changesOneColumnOfOneRow(TestDatabase database) {
    Printed.by(() -> run(database));

    assertThat(recorder.sql())
        .filteredOn(sql -> sql.startsWith("UPDATE"))
        .containsExactly("UPDATE user_account SET email = ? WHERE id = ?");
  }

  private void run(TestDatabase database) {
    try (Engine engine = Engine.create(recorder.wrap(database.dataSource()))) {
      engine.createAll(Registry.of(Base.class).metaData());
      database.run(
          "INSERT INTO user_account (name) VALUES ('sandy'), ('pearl');"
              + " INSERT INTO address (email, user_id) VALUES ('pearl@example.org', 2)");
      recorder.clear();
      Shop.run(engine);
    }
  }
}
