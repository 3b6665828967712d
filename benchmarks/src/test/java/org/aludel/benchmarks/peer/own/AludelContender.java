package org.aludel.benchmarks.peer.own;

import static org.aludel.benchmarks.peer.own.AuthorT.AUTHOR;
import static org.aludel.benchmarks.peer.own.ItemT.ITEM;
import static org.aludel.benchmarks.peer.own.ReadingT.READING;
import static org.aludel.benchmarks.peer.own.StockT.STOCK;
import static org.aludel.orm.query.Loading.selectIn;
import static org.aludel.sql.Sql.select;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import org.aludel.benchmarks.peer.Checksum;
import org.aludel.benchmarks.peer.Contender;
import org.aludel.benchmarks.peer.GeneratedEntities;
import org.aludel.benchmarks.peer.Work;
import org.aludel.benchmarks.peer.jdbc.Rows;
import org.aludel.benchmarks.peer.model.Line;
import org.aludel.benchmarks.peer.model.Sizes;
import org.aludel.engine.Engine;
import org.aludel.engine.SchemaCheck;
import org.aludel.orm.mapping.Registry;
import org.aludel.orm.session.Session;
import org.aludel.orm.session.SessionFactory;
import org.aludel.orm.session.StreamedRows;

/** Sessions of this library. */
public final class AludelContender implements Contender {
  private final Engine engine;
  private final SessionFactory sessions;
  private List<Stock> stocks = List.of();
  private Session holding;

  public AludelContender(DataSource source) {
    engine = Engine.create(source);
    Registry registry =
        Registry.builder()
            .add(Item.class, Author.class, Book.class, Stock.class, Reading.class)
            .build();
    sessions = factory(registry);
    holding = sessions.open();
  }

  private SessionFactory factory(Registry registry) {
    return SessionFactory.of(
        engine, registry, options -> options.schemaPolicy(SchemaCheck.Policy.IGNORE));
  }

  @Override
  public Set<Work> works() {
    return EnumSet.complementOf(EnumSet.of(Work.UPSERT, Work.BULK_COPY));
  }

  @Override
  public void prepare(Work work) {
    if (work == Work.FLUSH_FEW) {
      holding.close();
      holding = sessions.open();
      stocks = holding.scalars(select(STOCK).orderBy(STOCK.id)).all();
    }
  }

  @Override
  public Found run(Work work) {
    return switch (work) {
      case LOAD_MANAGED -> load(sessions);
      case LOAD_READ_ONLY -> load(sessions.readOnly());
      case LOAD_PROJECTION -> lines();
      case PARENTS -> parents();
      case GET -> get();
      case INSERT -> insert(Sizes.ITEMS);
      case INSERT_MANY -> insert(Sizes.MANY);
      case INSERT_GRAPH -> insertGraph();
      case UPDATE -> update(Sizes.CHANGED);
      case UPDATE_MANY -> update(Sizes.ITEMS);
      case DELETE -> delete();
      case FLUSH_FEW -> flushFew();
      case STREAM -> stream();
      case FACTORY_2, FACTORY_200, FACTORY_500 -> newFactory(work);
      default -> throw new IllegalArgumentException(work.title());
    };
  }

  private static Found load(SessionFactory sessions) {
    try (Session session = sessions.open()) {
      List<Item> items = session.scalars(select(ITEM)).all();
      return () -> Checksum.of(items, Checksum::item);
    }
  }

  private Found lines() {
    try (Session session = sessions.readOnly().open()) {
      List<Line> lines =
          session.execute(select(Line::new, ITEM.id, ITEM.station, ITEM.counter, ITEM.level)).all();
      return () -> Checksum.of(lines, Line::hashCode);
    }
  }

  private Found parents() {
    try (Session session = sessions.open()) {
      List<Author> authors =
          session.scalars(select(AUTHOR).orderBy(AUTHOR.id).options(selectIn(AUTHOR.books))).all();
      return () -> Checksum.of(authors, Author::checksum);
    }
  }

  private Found get() {
    try (Session session = sessions.open()) {
      List<Item> items = new ArrayList<>();
      for (long id = 1; id <= Sizes.KEYS; id++) {
        items.add(session.getOne(Item.class, id));
      }
      return () -> Checksum.of(items, Checksum::item);
    }
  }

  private Found insert(int count) {
    try (Session session = sessions.open()) {
      session.addAll(Rows.numbered(count, number -> new Item().filled(number)));
      session.commit();
    }
    return Found.NOTHING;
  }

  private Found insertGraph() {
    try (Session session = sessions.open()) {
      session.addAll(Rows.authors().stream().map(Author::new).toList());
      session.commit();
    }
    return Found.NOTHING;
  }

  private Found update(int count) {
    try (Session session = sessions.open()) {
      session
          .scalars(select(ITEM).where(ITEM.id.le((long) count)))
          .all()
          .forEach(item -> item.setCounter(item.getCounter() + 1));
      session.commit();
    }
    return Found.NOTHING;
  }

  private Found delete() {
    try (Session session = sessions.open()) {
      session.scalars(select(ITEM)).all().forEach(session::delete);
      session.commit();
    }
    return Found.NOTHING;
  }

  private Found flushFew() {
    int step = Sizes.MANY / Sizes.FEW;
    for (int at = step - 1; at < stocks.size(); at += step) {
      Stock stock = stocks.get(at);
      stock.setAmount(stock.getAmount() + 1);
    }
    holding.commit();
    return Found.NOTHING;
  }

  private Found stream() {
    try (Session session = sessions.readOnly().open();
        StreamedRows<Reading> rows = session.stream(select(READING), Sizes.FETCHED)) {
      long sum = 0;
      while (rows.hasNext()) {
        Reading row = rows.next();
        sum += Checksum.row(row.getId(), row.getName(), row.getAmount(), row.getTaken());
      }
      long total = sum;
      return () -> total;
    }
  }

  private Found newFactory(Work work) {
    Registry registry = Registry.builder().add(GeneratedEntities.of(work)).build();
    factory(registry).open().close();
    return Found.NOTHING;
  }

  @Override
  public void close() {
    holding.close();
    engine.close();
  }
}
