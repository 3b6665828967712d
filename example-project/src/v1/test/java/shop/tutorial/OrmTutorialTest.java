package shop.tutorial;

import static org.aludel.orm.query.Loading.containsEager;
import static org.aludel.orm.query.Loading.joined;
import static org.aludel.orm.query.Loading.raise;
import static org.aludel.orm.query.Loading.selectIn;
import static org.aludel.sql.Sql.count;
import static org.aludel.sql.Sql.delete;
import static org.aludel.sql.Sql.insert;
import static org.aludel.sql.Sql.select;
import static org.aludel.sql.Sql.update;
import static shop.CategoryT.CATEGORY;
import static shop.OrderLineT.ORDER_LINE;
import static shop.OrderT.ORDER;
import static shop.PaymentT.PAYMENT;
import static shop.ProductT.PRODUCT;
import static shop.TagT.TAG;
import static shop.UserT.USER;

import java.util.List;
import org.aludel.engine.Engine;
import org.aludel.error.AludelException;
import org.aludel.orm.mapping.Registry;
import org.aludel.orm.session.NestedTransaction;
import org.aludel.orm.session.Session;
import org.aludel.orm.session.SessionFactory;
import org.aludel.testing.PostgresTest;
import org.aludel.testing.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import shop.Base;
import shop.CardPayment;
import shop.Category;
import shop.Download;
import shop.Order;
import shop.Payment;
import shop.PostalAddress;
import shop.PrintedBook;
import shop.Product;
import shop.Profile;
import shop.Review;
import shop.Tag;
import shop.Tier;
import shop.Transfer;
import shop.User;

/** The pages of docs/tutorial about mapped classes: each region stands there, with its prints. */
@PostgresTest(perMethod = true)
final class OrmTutorialTest {
  private final Transcript out = new Transcript();
  private final TestDatabase database;
  private Engine engine;
  private SessionFactory sessions;

  OrmTutorialTest(TestDatabase database) {
    this.database = database;
  }

  @BeforeEach
  void open() {
    engine = Engine.create(database.dataSource(), options -> options.listener(out));
    sessions = SessionFactory.of(engine, Base.class);
  }

  @AfterEach
  void close() {
    engine.close();
  }

  /** Two shelves, three products, two customers with orders. */
  private void fill() {
    engine.createAll(Registry.of(Base.class).metaData());
    sessions.inTransaction(
        session -> {
          Category books = session.add(new Category("books", null));
          Category novels = session.add(new Category("novels", books));
          Product emma = session.add(new PrintedBook("Emma", "9.50", novels, 474));
          Product atlas = session.add(new PrintedBook("Atlas", "40.00", books, 320));
          Product song = session.add(new Download("Song", "0.99", null, "https://store/song"));
          User sandy = session.add(new User("sandy"));
          User pearl = session.add(new User("pearl"));
          session.flush();
          sandy.getOrders().add(new Order().of(1, emma).of(2, song));
          sandy.getOrders().add(new Order().of(1, atlas));
          pearl.getOrders().add(new Order().of(3, song));
          emma.getReviews().add(new Review(5, "a joy", sandy));
        });
    out.take();
  }

  private void prints(String name) {
    TutorialPages.requirePrinted(name, out.take());
  }

  @Test
  void mapping() {
    // tutorial: registry
    Registry registry = Registry.of(Base.class);
    engine.createAll(registry.metaData()); // in an application: mvn orm:autogenerate

    SessionFactory sessions = SessionFactory.of(engine, registry);
    // end
    out.take();

    // tutorial: store-values
    try (Session session = sessions.open()) {
      User pearl = new User("pearl");
      pearl.setTier(Tier.GOLD);
      pearl.setInterests("maps", "music");
      pearl.setSettings("{\"letter\": true}");
      pearl.setHome(new PostalAddress("Main Street 1", "12345", "Bikini Bottom"));
      session.add(pearl);
      session.commit();

      out.print(pearl.getId() + " " + pearl.getHome().city());
    }
    // end
    prints("store-values");
    try (Session session = sessions.open()) {
      session.scalars(select(USER)).all();
      // tutorial: query-values
      List<String> names =
          session
              .scalars(
                  select(USER.name)
                      .where(USER.home.city.eq("Bikini Bottom"), USER.tier.eq(Tier.GOLD)))
              .all();
      out.print(names);
      // end
      prints("query-values");
    }
  }

  @Test
  void session() {
    fill();
    Session session = sessions.open();
    // tutorial: add
    User patrick = session.add(new User("patrick"));
    out.print(patrick.getId());
    session.flush();
    out.print(patrick.getId());
    // end
    prints("add");
    // tutorial: identity
    User same = session.get(User.class, patrick.getId());
    out.print(same == patrick);
    // end
    prints("identity");
    // tutorial: change
    patrick.setName("patrick star");
    out.print(session.isModified(patrick));
    out.print(session.scalar(select(USER.name).where(USER.name.like("patrick%"))));
    // end
    prints("change");
    // tutorial: rollback
    session.rollback();
    out.print(patrick.getName() + " " + session.contains(patrick));
    // end
    prints("rollback");
    // tutorial: savepoint-objects
    User sandy = session.scalars(select(USER).where(USER.name.eq("sandy"))).one();
    try (NestedTransaction nested = session.beginNested()) {
      sandy.setTier(Tier.GOLD);
      session.flush();
      nested.rollback();
    }
    out.print(sandy.getTier());
    // end
    prints("savepoint-objects");
    // tutorial: delete-object
    session.delete(sandy.getOrders().get(0));
    session.commit();
    // end
    prints("delete-object");
    session.close();
    // tutorial: merge
    sandy.setTier(Tier.REGULAR); // its session is closed: nobody notices
    sessions.inTransaction(
        other -> {
          User merged = other.merge(sandy);
          out.print(merged == sandy);
        });
    // end
    prints("merge");
  }

  @Test
  void relationships() {
    fill();
    Session session = sessions.open();
    Product emma = session.scalars(select(PRODUCT).where(PRODUCT.title.eq("Emma"))).one();
    User sandy = session.scalars(select(USER).where(USER.name.eq("sandy"))).one();
    out.take();
    // tutorial: one-to-many
    Order order = new Order().of(2, emma);
    sandy.getOrders().add(order); // the inverse side alone is enough
    session.flush();
    out.print(order.getUser() == sandy);
    // end
    prints("one-to-many");
    // tutorial: orphan
    order.getLines().remove(0); // nobody else has it
    session.flush();
    // end
    prints("orphan");
    // tutorial: one-to-one
    session.add(new Profile(sandy, "likes squirrels"));
    session.flush();
    // end
    prints("one-to-one");
    // tutorial: many-to-many
    emma.getTags().addAll(List.of(new Tag("classic"), new Tag("comedy")));
    session.flush();
    out.print(
        session
            .scalars(select(PRODUCT.title).join(PRODUCT.tags).where(TAG.name.eq("comedy")))
            .all());
    // end
    prints("many-to-many");
    // tutorial: self
    Category books = session.scalars(select(CATEGORY).where(CATEGORY.name.eq("books"))).one();
    for (Category each : books.getChildren()) {
      out.print(each.getName() + " in " + each.getParent().getName());
    }
    // end
    prints("self");
    // tutorial: hierarchy
    Product download = new Download("Podcast", "0.00", null, "https://store/podcast");
    session.add(download);
    session.flush();
    for (Product each : session.scalars(select(PRODUCT).orderBy(PRODUCT.id)).all()) {
      out.print(each.getClass().getSimpleName() + " " + each.getTitle());
    }
    // end
    prints("hierarchy");
    // tutorial: joined-hierarchy
    session.add(new CardPayment(sandy.getOrders().get(0), "11.48", "4711"));
    session.add(new Transfer(sandy.getOrders().get(1), "40.00", "DE02 1203 0000"));
    session.flush();
    for (Payment each : session.scalars(select(PAYMENT).orderBy(PAYMENT.id)).all()) {
      out.print(each.getClass().getSimpleName() + " " + each.getAmount());
    }
    // end
    prints("joined-hierarchy");
    session.rollback();
    session.close();
  }

  @Test
  void loading() {
    fill();
    // tutorial: lazy
    try (Session session = sessions.open()) {
      for (User each : session.scalars(select(USER).orderBy(USER.id)).all()) {
        out.print(each.getName() + ": " + each.getOrders().size()); // the first loads for all
      }
    }
    // end
    prints("lazy");
    // tutorial: select-in
    try (Session session = sessions.open()) {
      List<User> all =
          session
              .scalars(
                  select(USER)
                      .orderBy(USER.id)
                      .options(selectIn(USER.orders, selectIn(ORDER.lines))))
              .all();
      out.print(all.get(0).getOrders().get(0).getLines().get(0).getQuantity());
    }
    // end
    prints("select-in");
    // tutorial: joined
    try (Session session = sessions.open()) {
      List<Order> all =
          session.scalars(select(ORDER).orderBy(ORDER.number).options(joined(ORDER.user))).all();
      out.print(all.get(2).getUser().getName());
    }
    // end
    prints("joined");
  }

  @Test
  void loadingOfAnotherKind() {
    fill();
    // tutorial: raise
    try (Session session = sessions.open()) {
      User first =
          session.scalars(select(USER).orderBy(USER.id).limit(1).options(raise(USER.orders))).one();
      out.print(first.getOrders().size() + " orders");
    } catch (AludelException refused) {
      out.print(refused.getMessage());
    }
    // end
    prints("raise");
    // tutorial: contains-eager
    try (Session session = sessions.open()) {
      List<Order> ofPearl =
          session
              .scalars(
                  select(ORDER)
                      .join(ORDER.user)
                      .where(USER.name.eq("pearl"))
                      .options(containsEager(ORDER.user)))
              .all();
      out.print(ofPearl.get(0).getUser().getName());
    }
    // end
    prints("contains-eager");
    // tutorial: related
    try (Session session = sessions.open()) {
      out.print(
          session
              .scalars(
                  select(USER.name)
                      .where(USER.orders.any(ORDER.lines.any(ORDER_LINE.quantity.ge(3)))))
              .all());
    }
    // end
    prints("related");
  }

  @Test
  void dml() {
    fill();
    Session session = sessions.open();
    // tutorial: bulk
    for (int number = 1; number <= 3; number++) {
      session.add(new User("guest " + number));
    }
    session.flush(); // one statement for all, keys read back
    // end
    prints("bulk");
    // tutorial: update-where
    User guest = session.scalars(select(USER).where(USER.name.eq("guest 1"))).one();
    session.execute(update(USER).set(USER.tier, Tier.REGULAR).where(USER.name.like("guest%")));
    out.print(guest.getTier()); // the changed objects are read again
    // end
    prints("update-where");
    // tutorial: delete-where
    session.execute(delete(USER).where(USER.name.like("guest%")));
    out.print(session.stateOf(guest));
    // end
    prints("delete-where");
    // tutorial: insert-core
    Long id = session.scalar(insert(CATEGORY).set(CATEGORY.name, "games").returning(CATEGORY.id));
    out.print(session.getOne(Category.class, id).getName());
    // end
    prints("insert-core");
    // tutorial: aggregate
    record Sale(String title, Long sold) {}
    List<Sale> sales =
        session
            .execute(
                select(Sale::new, PRODUCT.title, count())
                    .from(ORDER_LINE)
                    .join(ORDER_LINE.product)
                    .groupBy(PRODUCT.title)
                    .orderBy(PRODUCT.title))
            .all();
    sales.forEach(out::print);
    // end
    prints("aggregate");
    session.rollback();
    session.close();
  }
}
