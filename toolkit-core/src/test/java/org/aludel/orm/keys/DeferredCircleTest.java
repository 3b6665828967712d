package org.aludel.orm.keys;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.aludel.orm.links.LinkDatabase;
import org.aludel.orm.mapping.Registry;
import org.aludel.testing.PostgresTest;
import org.aludel.testing.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Rows that need each other, where no foreign key may be NULL. */
@PostgresTest
final class DeferredCircleTest {
  private LinkDatabase links;

  @BeforeEach
  void create(TestDatabase database) {
    links = LinkDatabase.fresh(database, Registry.of(KeysBase.class));
    links.sessions.inTransaction(
        session -> {
          Twin one = new Twin("castor");
          Twin other = new Twin("pollux");
          one.setOther(other);
          other.setOther(one);
          session.add(one);
        });
  }

  @Test
  void aDeferredKeyIsWrittenBeforeItsTarget() {
    assertThat(links.sql())
        .containsExactly(
            "INSERT INTO twin (name, other_name) VALUES (?, ?)",
            "INSERT INTO twin (name, other_name) VALUES (?, ?)");
    assertThat(links.query("SELECT name, other_name FROM twin ORDER BY 1"))
        .containsExactly(List.of("castor", "pollux"), List.of("pollux", "castor"));
  }

  @Test
  void aDeferredCircleIsDeleted() {
    links.sessions.inTransaction(
        session -> {
          session.delete(session.getOne(Twin.class, "castor"));
          session.delete(session.getOne(Twin.class, "pollux"));
        });

    assertThat(links.query("SELECT count(*) FROM twin")).containsExactly(List.of("0"));
  }
}
