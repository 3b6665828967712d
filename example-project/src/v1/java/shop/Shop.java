package shop;

import static org.aludel.orm.query.Loading.raise;
import static org.aludel.orm.query.Loading.selectIn;
import static org.aludel.sql.Sql.insert;
import static org.aludel.sql.Sql.select;
import static shop.AddressT.ADDRESS;
import static shop.UserT.USER;

import java.util.List;
import org.aludel.engine.Connection;
import org.aludel.engine.Engine;
import org.aludel.orm.session.Session;
import org.aludel.orm.session.SessionFactory;

/** Stores, reads and changes objects; the SQL of each step is printed by the echo. */
public final class Shop {
  private Shop() {}

  record Line(String name, String email) {}

  public static void main(String[] arguments) {
    try (Engine engine = Engine.create(arguments[0], options -> options.echo(true))) {
      run(engine);
    }
  }

  static void run(Engine engine) {
    System.out.println("-- Core: a row without any object");
    try (Connection connection = engine.connect()) {
      Long id =
          connection.execute(insert(USER).set(USER.name, "sandy").returning(USER.id)).scalar();
      connection.commit();
      System.out.println("sandy has the id " + id);
    }

    SessionFactory sessions = SessionFactory.of(engine, Base.class);
    System.out.println("-- Session: a user with an address and an order, stored in order");
    User pearl =
        sessions.fromTransaction(
            session -> {
              User user = session.add(new User("pearl"));
              user.getAddresses().add(new Address("pearl@example.org"));
              Product emma = session.add(new PrintedBook("Emma", "12.50", null, 474));
              user.getOrders().add(new Order().of(1, emma));
              return user;
            });
    System.out.println("pearl has the id " + pearl.getId() + ", created " + made(pearl));

    try (Session session = sessions.open()) {
      System.out.println("-- Session: users and their addresses in two statements");
      List<User> found =
          session
              .scalars(
                  select(USER)
                      .where(
                          USER.name.in("pearl", "sandy"),
                          USER.addresses.any(ADDRESS.email.like("%.org")))
                      .orderBy(USER.id)
                      .options(selectIn(USER.addresses), raise(USER.orders)))
              .all();
      for (User user : found) {
        System.out.println(user.getName() + " has " + user.getAddresses().size() + " address");
      }

      System.out.println("-- Session: one UPDATE of one column");
      found.get(0).setName("pearl the first");
      session.commit();

      System.out.println("-- Core again: rows as a record");
      List<Line> lines =
          session.execute(select(Line::new, USER.name, ADDRESS.email).join(USER.addresses)).all();
      lines.forEach(System.out::println);
    }
  }

  private static String made(User user) {
    return user.getCreated() == null ? "nobody knows when" : "by the database's clock";
  }
}
