package org.aludel.benchmarks.peer.jpa;

import io.ebean.Database;
import io.ebean.DatabaseBuilder;
import io.ebean.DatabaseFactory;
import io.ebean.InsertOptions;
import io.ebean.Transaction;
import io.ebean.annotation.PersistBatch;
import io.ebean.config.DatabaseConfig;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.aludel.benchmarks.peer.Checksum;
import org.aludel.benchmarks.peer.Contender;
import org.aludel.benchmarks.peer.GeneratedEntities;
import org.aludel.benchmarks.peer.Work;
import org.aludel.benchmarks.peer.jdbc.Rows;
import org.aludel.benchmarks.peer.model.Line;
import org.aludel.benchmarks.peer.model.Sizes;

/**
 * Ebean over entities that its agent enhances, as its guide recommends: batches of all that is
 * persisted, children by a second query, DTO queries for projections. It has no session whose flush
 * could be measured.
 */
public final class EbeanContender implements Contender {
  private static final int BATCH = 100;
  private final DataSource source;
  private final Database database;

  private final Map<Work, Supplier<Found>> steps = new EnumMap<>(Work.class);

  public EbeanContender(DataSource source) {
    this.source = source;
    database =
        open(
            "suite",
            JpaItem.class,
            JpaAuthor.class,
            JpaBook.class,
            JpaStock.class,
            JpaReading.class);
    fill();
  }

  private Database open(String name, Class<?>... entities) {
    DatabaseBuilder config = new DatabaseConfig();
    config.name(name);
    config.dataSource(source);
    config.register(false);
    config.defaultDatabase(false);
    config.disableClasspathSearch(true);
    config.persistBatch(PersistBatch.ALL);
    config.persistBatchSize(BATCH);
    config.databaseSequenceBatchSize(50);
    for (Class<?> entity : entities) {
      config.addClass(entity);
    }
    return DatabaseFactory.create(config);
  }

  @Override
  public Set<Work> works() {
    return steps.keySet();
  }

  @Override
  public Found run(Work work) {
    return work.name().startsWith("FACTORY") ? done(work) : inTransaction(work);
  }

  private Found done(Work work) {
    return Objects.requireNonNull(steps.get(work), work.title()).get();
  }

  private Found inTransaction(Work work) {
    try (Transaction transaction = database.beginTransaction()) {
      Found found = done(work);
      transaction.commit();
      return found;
    }
  }

  private void fill() {
    steps.put(Work.LOAD_MANAGED, () -> found(database.find(JpaItem.class).findList()));
    steps.put(
        Work.LOAD_READ_ONLY,
        () -> found(database.find(JpaItem.class).setUnmodifiable(true).findList()));
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
    steps.put(Work.STREAM, () -> stream());
    steps.put(Work.FACTORY_2, () -> newFactory(Work.FACTORY_2));
    steps.put(Work.FACTORY_200, () -> newFactory(Work.FACTORY_200));
    steps.put(Work.FACTORY_500, () -> newFactory(Work.FACTORY_500));
  }

  private static Found found(List<JpaItem> items) {
    return () -> Checksum.of(items, Checksum::item);
  }

  private Found lines() {
    List<Line> lines =
        database.findDto(Line.class, "SELECT id, station, counter, level FROM item").findList();
    return () -> Checksum.of(lines, Line::hashCode);
  }

  private Found parents() {
    List<JpaAuthor> authors =
        database.find(JpaAuthor.class).fetchQuery("books").orderBy("id").findList();
    return () -> Checksum.of(authors, JpaAuthor::checksum);
  }

  private Found get() {
    List<JpaItem> items = new ArrayList<>();
    for (long id = 1; id <= Sizes.KEYS; id++) {
      items.add(database.find(JpaItem.class, id));
    }
    return found(items);
  }

  private Found insert(int count) {
    database.saveAll(Rows.numbered(count, number -> new JpaItem().filled(number)));
    return Found.NOTHING;
  }

  private Found insertGraph() {
    database.saveAll(Rows.authors().stream().map(JpaAuthor::new).toList());
    return Found.NOTHING;
  }

  private Found update(int count) {
    List<JpaItem> items = database.find(JpaItem.class).where().le("id", count).findList();
    items.forEach(item -> item.setCounter(item.getCounter() + 1));
    database.saveAll(items);
    return Found.NOTHING;
  }

  private Found delete() {
    database.deleteAll(database.find(JpaItem.class).findList());
    return Found.NOTHING;
  }

  private Found upsert() {
    database.insertAll(
        Rows.numbered(
            Sizes.ITEMS,
            number -> {
              JpaItem item = new JpaItem().filled(number + 1);
              item.setId(Rows.upsertedId(number));
              return item;
            }),
        InsertOptions.builder().onConflictUpdate().uniqueColumns("id").build());
    return Found.NOTHING;
  }

  private Found stream() {
    AtomicLong sum = new AtomicLong();
    database
        .find(JpaReading.class)
        .setLazyLoadBatchSize(Sizes.FETCHED)
        .setBufferFetchSizeHint(Sizes.FETCHED)
        .findEach(
            row ->
                sum.addAndGet(
                    Checksum.row(row.getId(), row.getName(), row.getAmount(), row.getTaken())));
    return sum::get;
  }

  private Found newFactory(Work work) {
    open("generated", GeneratedEntities.of(work)).shutdown(false, false);
    return Found.NOTHING;
  }

  @Override
  public void close() {
    database.shutdown(false, false);
  }
}
