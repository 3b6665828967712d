package org.aludel.benchmarks.peer.jpa;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.aludel.benchmarks.peer.Checksum;
import org.aludel.benchmarks.peer.Contender;
import org.aludel.benchmarks.peer.GeneratedEntities;
import org.aludel.benchmarks.peer.Work;
import org.aludel.benchmarks.peer.jdbc.Rows;
import org.aludel.benchmarks.peer.model.Line;
import org.aludel.benchmarks.peer.model.Sizes;
import org.hibernate.Session;
import org.hibernate.SessionFactory;
import org.hibernate.StatelessSession;
import org.hibernate.cfg.AvailableSettings;
import org.hibernate.cfg.Configuration;

/**
 * Hibernate as its guide recommends: keys of pooled sequences, ordered batches, batch fetching,
 * projections for reading, a StatelessSession for what is streamed or upserted, flush and clear in
 * parts for many inserts. The same class runs over entities enhanced at build time.
 */
public final class HibernateContender implements Contender {
  private static final int BATCH = 100;
  private final DataSource source;
  private final SessionFactory sessions;
  private List<JpaStock> stocks = List.of();
  private Session holding;

  private final Map<Work, Supplier<Found>> steps = new EnumMap<>(Work.class);

  public HibernateContender(DataSource source) {
    this.source = source;
    sessions =
        factory(JpaItem.class, JpaAuthor.class, JpaBook.class, JpaStock.class, JpaReading.class);
    holding = sessions.openSession();
    fill();
  }

  private SessionFactory factory(Class<?>... entities) {
    Configuration configuration = new Configuration().addAnnotatedClasses(entities);
    configuration.getProperties().put(AvailableSettings.JAKARTA_NON_JTA_DATASOURCE, source);
    return configuration
        .setProperty("hibernate.jdbc.batch_size", BATCH)
        .setProperty("hibernate.order_inserts", true)
        .setProperty("hibernate.order_updates", true)
        .setProperty("hibernate.default_batch_fetch_size", Sizes.PARENTS)
        .setProperty("hibernate.query.in_clause_parameter_padding", true)
        .setProperty("hibernate.connection.provider_disables_autocommit", true)
        .buildSessionFactory();
  }

  @Override
  public Set<Work> works() {
    return steps.keySet();
  }

  @Override
  public void prepare(Work work) {
    if (work == Work.FLUSH_FEW) {
      holding.close();
      holding = sessions.openSession();
      holding.beginTransaction();
      stocks = holding.createSelectionQuery("from JpaStock order by id", JpaStock.class).list();
    }
  }

  private void fill() {
    steps.put(Work.LOAD_MANAGED, () -> load(false));
    steps.put(Work.LOAD_READ_ONLY, () -> load(true));
    steps.put(Work.LOAD_PROJECTION, () -> lines());
    steps.put(Work.PARENTS, () -> parents());
    steps.put(Work.GET, () -> get());
    steps.put(Work.INSERT, () -> insert(Sizes.ITEMS));
    steps.put(Work.INSERT_MANY, () -> insertInParts());
    steps.put(Work.INSERT_GRAPH, () -> insertGraph());
    steps.put(Work.UPDATE, () -> update(Sizes.CHANGED));
    steps.put(Work.UPDATE_MANY, () -> update(Sizes.ITEMS));
    steps.put(Work.DELETE, () -> delete());
    steps.put(Work.UPSERT, () -> upsert());
    steps.put(Work.FLUSH_FEW, () -> flushFew());
    steps.put(Work.FACTORY_2, () -> newFactory(Work.FACTORY_2));
    steps.put(Work.FACTORY_200, () -> newFactory(Work.FACTORY_200));
    steps.put(Work.FACTORY_500, () -> newFactory(Work.FACTORY_500));
    steps.put(Work.STREAM, () -> stream());
  }

  @Override
  public Found run(Work work) {
    return Objects.requireNonNull(steps.get(work), work.title()).get();
  }

  private Found write(Consumer<Session> block) {
    sessions.inTransaction(block);
    return Found.NOTHING;
  }

  private Found load(boolean readOnly) {
    List<JpaItem> items =
        sessions.fromTransaction(
            session -> {
              session.setDefaultReadOnly(readOnly);
              return session.createSelectionQuery("from JpaItem", JpaItem.class).list();
            });
    return () -> Checksum.of(items, Checksum::item);
  }

  private Found lines() {
    List<Line> lines =
        sessions.fromTransaction(
            session ->
                session
                    .createSelectionQuery(
                        "select id, station, counter, level from JpaItem", Line.class)
                    .list());
    return () -> Checksum.of(lines, Line::hashCode);
  }

  private Found parents() {
    List<JpaAuthor> authors =
        sessions.fromTransaction(
            session -> {
              List<JpaAuthor> found =
                  session
                      .createSelectionQuery("from JpaAuthor order by id", JpaAuthor.class)
                      .list();
              found.forEach(author -> author.getBooks().size());
              return found;
            });
    return () -> Checksum.of(authors, JpaAuthor::checksum);
  }

  private Found get() {
    List<JpaItem> items =
        sessions.fromTransaction(
            session -> {
              List<JpaItem> found = new ArrayList<>();
              for (long id = 1; id <= Sizes.KEYS; id++) {
                found.add(session.find(JpaItem.class, id));
              }
              return found;
            });
    return () -> Checksum.of(items, Checksum::item);
  }

  private static JpaItem item(int number) {
    return new JpaItem().filled(number);
  }

  private Found insert(int count) {
    return write(
        session -> Rows.numbered(count, HibernateContender::item).forEach(session::persist));
  }

  private Found insertInParts() {
    return write(
        session -> {
          for (List<JpaItem> part :
              Rows.parts(Rows.numbered(Sizes.MANY, HibernateContender::item))) {
            part.forEach(session::persist);
            session.flush();
            session.clear();
          }
        });
  }

  private Found insertGraph() {
    return write(session -> Rows.authors().stream().map(JpaAuthor::new).forEach(session::persist));
  }

  private Found update(int count) {
    return write(
        session ->
            session
                .createSelectionQuery("from JpaItem where id <= :last", JpaItem.class)
                .setParameter("last", (long) count)
                .list()
                .forEach(item -> item.setCounter(item.getCounter() + 1)));
  }

  private Found delete() {
    return write(
        session ->
            session
                .createSelectionQuery("from JpaItem", JpaItem.class)
                .list()
                .forEach(session::remove));
  }

  private Found upsert() {
    try (StatelessSession session = sessions.openStatelessSession()) {
      session.beginTransaction();
      session.setJdbcBatchSize(BATCH);
      session.upsertMultiple(
          Rows.numbered(
              Sizes.ITEMS,
              number -> {
                JpaItem item = item(number + 1);
                item.setId(Rows.upsertedId(number));
                return item;
              }));
      session.getTransaction().commit();
    }
    return Found.NOTHING;
  }

  private Found flushFew() {
    int step = Sizes.MANY / Sizes.FEW;
    for (int at = step - 1; at < stocks.size(); at += step) {
      JpaStock stock = stocks.get(at);
      stock.setAmount(stock.getAmount() + 1);
    }
    holding.getTransaction().commit();
    return Found.NOTHING;
  }

  private Found newFactory(Work work) {
    factory(GeneratedEntities.of(work)).close();
    return Found.NOTHING;
  }

  private Found stream() {
    try (StatelessSession session = sessions.openStatelessSession()) {
      session.beginTransaction();
      long sum;
      try (Stream<JpaReading> rows =
          session
              .createSelectionQuery("from JpaReading", JpaReading.class)
              .setFetchSize(Sizes.FETCHED)
              .getResultStream()) {
        sum =
            rows.mapToLong(
                    row ->
                        Checksum.row(row.getId(), row.getName(), row.getAmount(), row.getTaken()))
                .sum();
      }
      session.getTransaction().commit();
      return () -> sum;
    }
  }

  @Override
  public void close() {
    holding.close();
    sessions.close();
  }
}
