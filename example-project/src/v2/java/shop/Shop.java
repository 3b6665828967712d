package shop;

import static org.aludel.sql.Sql.select;
import static shop.UserT.USER;

import java.util.List;
import org.aludel.engine.Engine;
import org.aludel.orm.session.Session;
import org.aludel.orm.session.SessionFactory;

/** What the shop does with users once they have an e-mail address of their own. */
public final class Shop {
  private Shop() {}

  public static void main(String[] arguments) {
    try (Engine engine = Engine.create(arguments[0], options -> options.echo(true))) {
      run(engine);
    }
  }

  static void run(Engine engine) {
    SessionFactory sessions = SessionFactory.of(engine, Base.class);
    try (Session session = sessions.open()) {
      System.out.println("-- Users of version 1 are there, without an address of their own");
      List<User> users = session.scalars(select(USER).orderBy(USER.id)).all();
      for (User user : users) {
        System.out.println(user.getName() + ": " + user.getEmail());
      }

      System.out.println("-- The addresses of all of them are read at the first access to one");
      for (User user : users) {
        if (!user.getAddresses().isEmpty()) {
          user.setEmail(user.getAddresses().get(0).getEmail());
        }
      }

      System.out.println("-- One UPDATE of one column");
      session.commit();
    }

    sessions
        .readOnly()
        .inTransaction(
            session -> {
              User pearl = session.scalars(select(USER).where(USER.email.isNotNull())).one();
              System.out.println(pearl.getName() + ": " + pearl.getEmail());
            });
  }
}
