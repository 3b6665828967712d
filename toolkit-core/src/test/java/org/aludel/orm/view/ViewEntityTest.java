package org.aludel.orm.view;

import static org.aludel.orm.view.TurnoverT.TURNOVER;
import static org.aludel.sql.Sql.delete;
import static org.aludel.sql.Sql.select;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.Objects;
import org.aludel.engine.Engine;
import org.aludel.error.DatabaseException;
import org.aludel.error.SessionCode;
import org.aludel.error.UsageException;
import org.aludel.orm.mapping.Registry;
import org.aludel.orm.session.Session;
import org.aludel.orm.session.SessionFactory;
import org.aludel.schema.ForeignKey;
import org.aludel.schema.MetaData;
import org.aludel.schema.Table;
import org.aludel.testing.PostgresTest;
import org.aludel.testing.TestDatabase;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Objects whose rows come from a view are read, and never written. */
@PostgresTest(perMethod = true)
final class ViewEntityTest {
  private final MetaData metaData = Registry.of(ViewBase.class).metaData();
  private final TestDatabase database;
  private final Engine engine;
  private final Session session;

  ViewEntityTest(TestDatabase database) {
    this.database = database;
    engine = Engine.create(database.dataSource());
    engine.createAll(metaData);
    database.run(
        "CREATE VIEW turnover_by_buyer AS SELECT turnover_buyer AS buyer, sum(price) AS total"
            + " FROM purchase GROUP BY turnover_buyer;"
            + " INSERT INTO purchase (id, price, turnover_buyer) VALUES (1, 30, 7), (2, 12, 7)");
    session = SessionFactory.of(engine, ViewBase.class).open();
  }

  @AfterEach
  void close() {
    session.rollback();
    session.close();
    engine.close();
  }

  @Test
  void schemaHasNoTableForItAndNoKeyToIt() {
    assertThat(metaData.tables()).extracting(table -> table.name().name()).containsOnly("purchase");
    Table purchase = metaData.tables().iterator().next();
    assertThat(purchase.constraints(ForeignKey.class)).isEmpty();
  }

  @Test
  void itIsReadWithItsCollections() {
    Turnover turnover =
        session.scalars(select(TURNOVER).where(TURNOVER.total.gt(40L))).all().get(0);

    assertThat(turnover.getTotal()).isEqualTo(42);
    assertThat(turnover.getPurchases()).extracting(Purchase::getPrice).contains(30, 12);
  }

  @Test
  void referencesToItLoad() {
    Purchase purchase = session.getOne(Purchase.class, 1L);

    assertThat(purchase.getTurnover().getTotal()).isEqualTo(42);
  }

  @Test
  void refreshFollowsTheTablesBehindIt() {
    Turnover turnover = turnover();

    session.add(new Purchase(3, 8, turnover));
    session.flush();
    session.refresh(turnover);

    assertThat(turnover.getTotal()).isEqualTo(50);
  }

  @Test
  void addingOneIsRefused() {
    refused("add", () -> session.add(new Turnover(8)));
  }

  @Test
  void mergingANewOneIsRefused() {
    refused("add", () -> session.merge(new Turnover(8)));
  }

  @Test
  void deletingOneIsRefused() {
    Turnover turnover = turnover();

    refused("delete", () -> session.delete(turnover));

    assertThat(session.contains(turnover)).isTrue();
  }

  @Test
  void flushOfAChangedOneIsRefusedAndWritesNothing() {
    turnover().setTotal(1);
    session.add(new Purchase(3, 8, turnover()));

    refused("update", session::flush);

    assertThat(database.query("SELECT count(*) FROM purchase").get(0)).containsExactly("2");
  }

  /** It knows which views can be written through; this one counts. */
  @Test
  void statementsAreLeftToTheServer() {
    assertThatThrownBy(() -> session.execute(delete(TURNOVER).where(TURNOVER.total.gt(40L))))
        .isInstanceOf(DatabaseException.class)
        .hasMessageContaining("turnover_by_buyer");
  }

  private Turnover turnover() {
    return session.getOne(Turnover.class, 7L);
  }

  private static void refused(String what, ThrowingCallable call) {
    UsageException refusal =
        Objects.requireNonNull(catchThrowableOfType(UsageException.class, call));

    assertThat(refusal.code()).isEqualTo(SessionCode.READ_ONLY);
    assertThat(refusal).hasMessageContainingAll("cannot " + what, "Turnover", "turnover_by_buyer");
  }
}
