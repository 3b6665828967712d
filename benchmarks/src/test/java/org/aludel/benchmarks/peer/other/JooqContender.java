package org.aludel.benchmarks.peer.other;

import static org.aludel.benchmarks.peer.other.ItemTable.ITEM;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import javax.sql.DataSource;
import org.aludel.benchmarks.peer.Checksum;
import org.aludel.benchmarks.peer.Contender;
import org.aludel.benchmarks.peer.Work;
import org.aludel.benchmarks.peer.jdbc.Rows;
import org.aludel.benchmarks.peer.model.Line;
import org.aludel.benchmarks.peer.model.PlainItem;
import org.aludel.benchmarks.peer.model.Sizes;
import org.aludel.benchmarks.peer.other.ItemTable.ItemRecord;
import org.jooq.Cursor;
import org.jooq.DSLContext;
import org.jooq.Record4;
import org.jooq.Records;
import org.jooq.SQLDialect;
import org.jooq.conf.Settings;
import org.jooq.impl.DSL;

/**
 * The typed queries and updatable records of jOOQ: keys of a sequence in one query, batches of
 * records, of which the changed columns are updated. Without the log of executions.
 */
public final class JooqContender implements Contender {
  private static final Settings SETTINGS = new Settings().withExecuteLogging(false);
  private final DataSource source;
  private final Map<Work, Function<DSLContext, Found>> steps = new EnumMap<>(Work.class);

  public JooqContender(DataSource source) {
    this.source = source;
    steps.put(Work.LOAD_MANAGED, context -> found(load(context, Sizes.ITEMS)));
    steps.put(Work.LOAD_READ_ONLY, JooqContender::plain);
    steps.put(Work.LOAD_PROJECTION, JooqContender::lines);
    steps.put(Work.GET, JooqContender::get);
    steps.put(Work.INSERT, context -> insert(context, Sizes.ITEMS));
    steps.put(Work.INSERT_MANY, context -> insert(context, Sizes.MANY));
    steps.put(Work.UPDATE, context -> update(context, Sizes.CHANGED));
    steps.put(Work.UPDATE_MANY, context -> update(context, Sizes.ITEMS));
    steps.put(Work.DELETE, JooqContender::delete);
    steps.put(Work.STREAM, JooqContender::stream);
  }

  @Override
  public Set<Work> works() {
    return steps.keySet();
  }

  @Override
  public Found run(Work work) throws SQLException {
    try (Connection connection = source.getConnection()) {
      DSLContext context = DSL.using(connection, SQLDialect.POSTGRES, SETTINGS);
      Found found = Objects.requireNonNull(steps.get(work)).apply(context);
      connection.commit();
      return found;
    }
  }

  private static List<ItemRecord> load(DSLContext context, long count) {
    return context.selectFrom(ITEM).where(ITEM.id.le(count)).fetch();
  }

  private static Found found(List<ItemRecord> items) {
    return () -> Checksum.of(items, JooqContender::checksum);
  }

  private static long checksum(ItemRecord item) {
    return Checksum.row(
        item.get(ITEM.id),
        item.get(ITEM.station),
        item.get(ITEM.note),
        item.get(ITEM.counter),
        item.get(ITEM.level),
        item.get(ITEM.checked),
        item.get(ITEM.cost),
        item.get(ITEM.noted),
        item.get(ITEM.taken));
  }

  private static Found plain(DSLContext context) {
    List<PlainItem> items =
        context
            .select(ITEM.fields())
            .from(ITEM)
            .fetch(
                row -> {
                  PlainItem item = new PlainItem();
                  item.id = row.get(ITEM.id);
                  item.station = row.get(ITEM.station);
                  item.note = row.get(ITEM.note);
                  item.counter = row.get(ITEM.counter);
                  item.level = row.get(ITEM.level);
                  item.checked = row.get(ITEM.checked);
                  item.cost = row.get(ITEM.cost);
                  item.day = row.get(ITEM.noted);
                  item.taken = row.get(ITEM.taken);
                  return item;
                });
    return () -> Checksum.of(items, Checksum::item);
  }

  private static Found lines(DSLContext context) {
    List<Line> lines =
        context
            .select(ITEM.id, ITEM.station, ITEM.counter, ITEM.level)
            .from(ITEM)
            .fetch(Records.mapping(Line::new));
    return () -> Checksum.of(lines, Line::hashCode);
  }

  private static Found get(DSLContext context) {
    List<ItemRecord> items = new ArrayList<>();
    for (long id = 1; id <= Sizes.KEYS; id++) {
      items.add(context.fetchSingle(ITEM, ITEM.id.eq(id)));
    }
    return found(items);
  }

  private static Found insert(DSLContext context, int count) {
    Iterator<Long> ids = ids(context, count);
    List<ItemRecord> records = new ArrayList<>(count);
    for (PlainItem item : Rows.items(count)) {
      ItemRecord row = context.newRecord(ITEM);
      row.set(ITEM.id, ids.next());
      row.set(ITEM.station, item.station);
      row.set(ITEM.note, item.note);
      row.set(ITEM.counter, item.counter);
      row.set(ITEM.level, item.level);
      row.set(ITEM.checked, item.checked);
      row.set(ITEM.cost, item.cost);
      row.set(ITEM.noted, item.day);
      row.set(ITEM.taken, item.taken);
      records.add(row);
    }
    Rows.parts(records).forEach(part -> context.batchInsert(part).execute());
    return Found.NOTHING;
  }

  private static Iterator<Long> ids(DSLContext context, int count) {
    List<Long> all = new ArrayList<>(count);
    for (long first :
        context
            .resultQuery("SELECT nextval('item_seq') FROM generate_series(1, ?)", (count + 49) / 50)
            .fetch(0, Long.class)) {
      for (long id = first; id < first + 50; id++) {
        all.add(id);
      }
    }
    return all.iterator();
  }

  private static Found update(DSLContext context, int count) {
    List<ItemRecord> items = load(context, count);
    items.forEach(item -> item.set(ITEM.counter, item.get(ITEM.counter) + 1));
    Rows.parts(items).forEach(part -> context.batchUpdate(part).execute());
    return Found.NOTHING;
  }

  private static Found delete(DSLContext context) {
    Rows.parts(load(context, Sizes.ITEMS)).forEach(part -> context.batchDelete(part).execute());
    return Found.NOTHING;
  }

  private static Found stream(DSLContext context) {
    long sum = 0;
    try (Cursor<Record4<Long, String, Integer, java.time.OffsetDateTime>> rows =
        context
            .select(
                DSL.field("id", Long.class),
                DSL.field("name", String.class),
                DSL.field("amount", Integer.class),
                DSL.field("taken", java.time.OffsetDateTime.class))
            .from("reading")
            .fetchSize(Sizes.FETCHED)
            .fetchLazy()) {
      for (var row : rows) {
        sum += Checksum.row(row.value1(), row.value2(), row.value3(), row.value4());
      }
    }
    long total = sum;
    return () -> total;
  }

  @Override
  public void close() {
    // The pool is the suite's.
  }
}
