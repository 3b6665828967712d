package org.aludel.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class MortalServerTest {
  @Test
  void whatWasCommittedOutlivesTheServer() {
    try (MortalServer server = MortalServer.start()) {
      TestDatabase database = server.create("mortal");
      database.run("CREATE TABLE kept (id int); INSERT INTO kept VALUES (7)");

      server.kill();
      assertThatThrownBy(() -> database.query("SELECT 1"))
          .isInstanceOf(IllegalStateException.class);
      server.revive();

      assertThat(database.query("SELECT id FROM kept")).containsExactly(List.of("7"));
    }
  }
}
