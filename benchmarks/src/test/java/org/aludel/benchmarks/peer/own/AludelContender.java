package org.aludel.benchmarks.peer.own;

import static org.aludel.benchmarks.peer.own.AuthorT.AUTHOR;
import static org.aludel.benchmarks.peer.own.ItemT.ITEM;
import static org.aludel.benchmarks.peer.own.ReadingT.READING;
import static org.aludel.benchmarks.peer.own.StockT.STOCK;
import static org.aludel.orm.query.Loading.selectIn;
import static org.aludel.sql.Sql.select;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
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

  private final Map<Work, Supplier<Found>> steps = new EnumMap<>(Work.class);

  public AludelContender(DataSource source) {
    engine = Engine.create(source);
    Registry registry =
        Registry.builder()
            .add(Item.class, Author.class, Book.class, Stock.class, Reading.class)
            .build();
    sessions = factory(registry);
    holding = sessions.open();
    fill();
  }

  private SessionFactory factory(Registry registry) {
    return SessionFactory.of(
        engine, registry, options -> options.schemaPolicy(SchemaCheck.Policy.IGNORE));
  }

  @Override
  public Set<Work> works() {
    return steps.keySet();
  }

  @Override
  public void prepare(Work work) {
    if (work == Work.FLUSH_FEW) {
      holding.close();
      holding = sessions.open();
      stocks = holding.scalars(select(STOCK).orderBy(STOCK.id)).all();
    }
  }

  private void fill() {
    steps.put(Work.LOAD_MANAGED, () -> load(sessions));
    steps.put(Work.LOAD_READ_ONLY, () -> load(sessions.readOnly()));
    steps.put(Work.LOAD_PROJECTION, () -> lines());
    steps.put(Work.PARENTS, () -> parents());
    steps.put(Work.GET, () -> get());
    steps.put(Work.INSERT, () -> insert(Sizes.ITEMS));
    steps.put(Work.INSERT_MANY, () -> insert(Sizes.MANY));
    steps.put(Work.INSERT_GRAPH, () -> insertGraph());
    steps.put(Work.UPDATE, () -> update(Sizes.CHANGED));
    steps.put(Work.UPDATE_MANY, () -> update(Sizes.ITEMS));
    steps.put(Work.DELETE, () -> delete());
    steps.put(Work.UPSERT, () -> upsert());
    steps.put(Work.BULK_COPY, () -> copy());
    steps.put(Work.FLUSH_FEW, () -> flushFew());
    steps.put(Work.STREAM, () -> stream());
    steps.put(Work.FACTORY_2, () -> newFactory(Work.FACTORY_2));
    steps.put(Work.FACTORY_200, () -> newFactory(Work.FACTORY_200));
    steps.put(Work.FACTORY_500, () -> newFactory(Work.FACTORY_500));
  }

  @Override
  public Found run(Work work) {
    return Objects.requireNonNull(steps.get(work), work.title()).get();
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

  private Found copy() {
    try (Session session = sessions.open()) {
      session.bulk().copy(ITEM, Rows.numbered(Sizes.MANY, number -> new Item().filled(number)));
      session.commit();
    }
    return Found.NOTHING;
  }

  private Found upsert() {
    try (Session session = sessions.open()) {
      Upsert.run(session.connection());
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
      for (Reading row : rows) {
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
