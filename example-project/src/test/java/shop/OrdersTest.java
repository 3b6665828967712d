package shop;

import static org.aludel.sql.Sql.select;
import static org.assertj.core.api.Assertions.assertThat;
import static shop.UserT.USER;

import java.util.List;
import org.aludel.orm.session.Session;
import org.aludel.orm.session.SessionFactory;
import org.aludel.test.OrmTest;
import org.aludel.test.StatementWatch;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** How an application tests its persistence; docs/testing.md tells the rest. */
@OrmTest(value = Base.class, schema = OrmTest.Schema.MODEL)
class OrdersTest {
  @BeforeAll
  static void threeUsersWithOrders(SessionFactory sessions) {
    sessions.inTransaction(
        session -> {
          for (String name : List.of("sandy", "pearl", "patrick")) {
            User user = session.add(new User(name));
            user.getOrders().add(new Order());
          }
        });
  }

  @Test
  void anOrderBeginsAsPlaced(Session session) {
    User sandy = session.scalars(select(USER).where(USER.name.eq("sandy"))).one();
    Order order = new Order();
    sandy.getOrders().add(order);
    session.commit();

    assertThat(order.getStatus()).isEqualTo(OrderStatus.PLACED);
    assertThat(sandy.getOrders()).hasSize(2);
  }

  @Test
  void theOrdersOfAllUsersAreNotLoadedOneByOne(Session session, StatementWatch watch) {
    watch.assertNoNPlusOne(
        () ->
            assertThat(session.scalars(select(USER)).all())
                .hasSize(3)
                .allSatisfy(user -> assertThat(user.getOrders()).hasSize(1)));
  }
}
