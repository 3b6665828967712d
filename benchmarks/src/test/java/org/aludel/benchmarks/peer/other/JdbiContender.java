package org.aludel.benchmarks.peer.other;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.aludel.benchmarks.peer.Checksum;
import org.aludel.benchmarks.peer.Contender;
import org.aludel.benchmarks.peer.Work;
import org.aludel.benchmarks.peer.jdbc.Rows;
import org.aludel.benchmarks.peer.model.Line;
import org.aludel.benchmarks.peer.model.PlainItem;
import org.aludel.benchmarks.peer.model.Sizes;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.mapper.reflect.BeanMapper;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;
import org.jdbi.v3.core.statement.PreparedBatch;

/** JDBI: SQL by hand, rows by its bean and constructor mappers, prepared batches of beans. */
public final class JdbiContender implements Contender {
  private static final String COLUMNS =
      "station, note, counter, level, checked, cost, noted, taken";
  private static final String SELECT =
      "SELECT id, station, note, counter, level, checked, cost, noted AS day, taken FROM item";
  private static final String VALUES =
      ":station, :note, :counter, :level, :checked, :cost, :day, :taken";
  private static final String UPSERT =
      "INSERT INTO item (id, "
          + COLUMNS
          + ") VALUES (:id, "
          + VALUES
          + ") ON CONFLICT (id)"
          + " DO UPDATE SET station = excluded.station, note = excluded.note,"
          + " counter = excluded.counter, level = excluded.level, checked = excluded.checked,"
          + " cost = excluded.cost, noted = excluded.noted, taken = excluded.taken";

  private final Jdbi jdbi;
  private final Map<Work, Function<Handle, Found>> steps = new EnumMap<>(Work.class);

  public JdbiContender(DataSource source) {
    jdbi = Jdbi.create(source);
    jdbi.registerRowMapper(BeanMapper.factory(PlainItem.class));
    jdbi.registerRowMapper(ConstructorMapper.factory(Line.class));
    steps.put(Work.LOAD_MANAGED, handle -> found(load(handle, Sizes.ITEMS)));
    steps.put(Work.LOAD_READ_ONLY, handle -> found(load(handle, Sizes.ITEMS)));
    steps.put(Work.LOAD_PROJECTION, JdbiContender::lines);
    steps.put(Work.PARENTS, JdbiContender::parents);
    steps.put(Work.GET, JdbiContender::get);
    steps.put(Work.INSERT, handle -> insert(handle, Sizes.ITEMS));
    steps.put(Work.INSERT_MANY, handle -> insert(handle, Sizes.MANY));
    steps.put(Work.UPDATE, handle -> update(handle, Sizes.CHANGED));
    steps.put(Work.UPDATE_MANY, handle -> update(handle, Sizes.ITEMS));
    steps.put(Work.DELETE, JdbiContender::delete);
    steps.put(Work.UPSERT, handle -> batches(handle, UPSERT, Rows.upserted()));
    steps.put(Work.STREAM, JdbiContender::stream);
  }

  @Override
  public Set<Work> works() {
    return steps.keySet();
  }

  @Override
  public Found run(Work work) {
    return jdbi.withHandle(
        handle -> {
          // The pool's connections have autocommit off, which JDBI takes for a transaction of ours.
          Found found = Objects.requireNonNull(steps.get(work)).apply(handle);
          handle.commit();
          return found;
        });
  }

  private static Found found(List<PlainItem> items) {
    return () -> Checksum.of(items, Checksum::item);
  }

  private static List<PlainItem> load(Handle handle, int count) {
    return handle
        .createQuery(SELECT + " WHERE id <= :last")
        .bind("last", count)
        .mapTo(PlainItem.class)
        .list();
  }

  private static Found lines(Handle handle) {
    List<Line> lines =
        handle.createQuery("SELECT id, station, counter, level FROM item").mapTo(Line.class).list();
    return () -> Checksum.of(lines, Line::hashCode);
  }

  private static Found parents(Handle handle) {
    Map<Long, Rows.Author> authors =
        handle
            .createQuery("SELECT id, name, email, born, active FROM author ORDER BY id")
            .map(
                (row, context) -> {
                  Rows.Author author = new Rows.Author();
                  author.id = row.getLong(1);
                  author.name = row.getString(2);
                  author.email = row.getString(3);
                  author.born = row.getObject(4, LocalDate.class);
                  author.active = row.getBoolean(5);
                  return author;
                })
            .collectToMap(author -> Objects.requireNonNull(author.id), author -> author);
    handle
        .createQuery(
            "SELECT id, title, isbn, price, pages, published, author_id FROM book"
                + " WHERE author_id = ANY (:ids) ORDER BY id")
        .bindArray("ids", Long.class, authors.keySet().toArray())
        .map(
            (row, context) -> {
              Rows.Book book = new Rows.Book();
              book.id = row.getLong(1);
              book.title = row.getString(2);
              book.isbn = row.getString(3);
              book.price = row.getBigDecimal(4);
              book.pages = row.getInt(5);
              book.published = row.getObject(6, LocalDate.class);
              Objects.requireNonNull(authors.get(row.getLong(7))).books.add(book);
              return book;
            })
        .forEach(book -> {});
    return () -> Checksum.of(authors.values(), Rows.Author::checksum);
  }

  private static Found get(Handle handle) {
    List<PlainItem> items = new ArrayList<>();
    for (long id = 1; id <= Sizes.KEYS; id++) {
      items.add(
          handle
              .createQuery(SELECT + " WHERE id = :id")
              .bind("id", id)
              .mapTo(PlainItem.class)
              .one());
    }
    return found(items);
  }

  private static Found insert(Handle handle, int count) {
    String sql = "INSERT INTO item (" + COLUMNS + ") VALUES (" + VALUES + ")";
    for (List<PlainItem> part : Rows.parts(Rows.items(count))) {
      PreparedBatch batch = handle.prepareBatch(sql);
      part.forEach(item -> batch.bindBean(item).add());
      List<Long> keys = batch.executePreparedBatch("id").mapTo(Long.class).list();
      for (int at = 0; at < keys.size(); at++) {
        part.get(at).setId(keys.get(at));
      }
    }
    return Found.NOTHING;
  }

  private static Found batches(Handle handle, String sql, List<PlainItem> items) {
    for (List<PlainItem> part : Rows.parts(items)) {
      PreparedBatch batch = handle.prepareBatch(sql);
      part.forEach(item -> batch.bindBean(item).add());
      batch.execute();
    }
    return Found.NOTHING;
  }

  private static Found update(Handle handle, int count) {
    List<PlainItem> items = load(handle, count);
    items.forEach(item -> item.setCounter(item.getCounter() + 1));
    return batches(handle, "UPDATE item SET counter = :counter WHERE id = :id", items);
  }

  private static Found delete(Handle handle) {
    return batches(handle, "DELETE FROM item WHERE id = :id", load(handle, Sizes.ITEMS));
  }

  private static Found stream(Handle handle) {
    try (Stream<Long> sums =
        handle
            .createQuery("SELECT id, name, amount, taken FROM reading")
            .setFetchSize(Sizes.FETCHED)
            .map(
                (row, context) ->
                    Checksum.row(
                        row.getLong(1),
                        row.getString(2),
                        row.getInt(3),
                        row.getObject(4, OffsetDateTime.class)))
            .stream()) {
      long sum = sums.mapToLong(Long::longValue).sum();
      return () -> sum;
    }
  }

  @Override
  public void close() {
    // The pool is the suite's.
  }
}
