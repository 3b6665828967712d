package org.aludel.benchmarks.peer.other;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import java.util.stream.LongStream;
import javax.sql.DataSource;
import org.aludel.benchmarks.peer.Checksum;
import org.aludel.benchmarks.peer.Contender;
import org.aludel.benchmarks.peer.Work;
import org.aludel.benchmarks.peer.jdbc.Rows;
import org.aludel.benchmarks.peer.jimmer.JimmerAuthor;
import org.aludel.benchmarks.peer.jimmer.JimmerAuthorDraft;
import org.aludel.benchmarks.peer.jimmer.JimmerAuthorFetcher;
import org.aludel.benchmarks.peer.jimmer.JimmerAuthorTable;
import org.aludel.benchmarks.peer.jimmer.JimmerBook;
import org.aludel.benchmarks.peer.jimmer.JimmerBookFetcher;
import org.aludel.benchmarks.peer.jimmer.JimmerItem;
import org.aludel.benchmarks.peer.jimmer.JimmerItemDraft;
import org.aludel.benchmarks.peer.jimmer.JimmerItemTable;
import org.aludel.benchmarks.peer.jimmer.JimmerReadingTable;
import org.aludel.benchmarks.peer.model.Line;
import org.aludel.benchmarks.peer.model.Sizes;
import org.aludel.benchmarks.peer.model.Values;
import org.babyfish.jimmer.sql.JSqlClient;
import org.babyfish.jimmer.sql.ast.mutation.AssociatedSaveMode;
import org.babyfish.jimmer.sql.ast.mutation.DeleteMode;
import org.babyfish.jimmer.sql.ast.mutation.SaveMode;
import org.babyfish.jimmer.sql.dialect.PostgresDialect;
import org.babyfish.jimmer.sql.runtime.ConnectionManager;

/**
 * Jimmer as its manual recommends: immutable objects of its own queries, children by fetchers, save
 * commands over whole lists, which say whether rows are new, and changes as objects that have what
 * changes alone. It has no session whose flush could be measured, and no other name for its
 * read-only loads.
 */
public final class JimmerContender implements Contender {
  private static final JimmerItemTable ITEM = JimmerItemTable.$;

  private final JSqlClient sql;
  private final Map<Work, Supplier<Found>> steps = new EnumMap<>(Work.class);

  public JimmerContender(DataSource source) {
    sql =
        JSqlClient.newBuilder()
            .setConnectionManager(ConnectionManager.simpleConnectionManager(source))
            .setDialect(new PostgresDialect())
            .setDefaultListBatchSize(Sizes.BATCH) // else the children of 16 parents a statement
            .build();
    steps.put(Work.LOAD_MANAGED, () -> found(load(Sizes.ITEMS)));
    steps.put(Work.LOAD_READ_ONLY, () -> found(load(Sizes.ITEMS)));
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
  }

  @Override
  public Set<Work> works() {
    return steps.keySet();
  }

  @Override
  public Found run(Work work) {
    return sql.transaction(Objects.requireNonNull(steps.get(work), work.title()));
  }

  private static Found found(List<JimmerItem> items) {
    return () -> Checksum.of(items, JimmerContender::checksum);
  }

  private static long checksum(JimmerItem item) {
    return Checksum.row(
        item.id(),
        item.station(),
        item.note(),
        item.counter(),
        item.level(),
        item.checked(),
        item.cost(),
        item.day(),
        item.taken());
  }

  private static long checksum(JimmerAuthor author) {
    return Checksum.row(author.id(), author.name(), author.email(), author.born(), author.active())
        + Checksum.of(author.books(), JimmerContender::checksum);
  }

  private static long checksum(JimmerBook book) {
    return Checksum.row(
        book.id(), book.title(), book.isbn(), book.price(), book.pages(), book.published());
  }

  private List<JimmerItem> load(long last) {
    return sql.createQuery(ITEM).where(ITEM.id().le(last)).select(ITEM).execute();
  }

  private Found lines() {
    List<Line> lines =
        sql.createQuery(ITEM)
            .select(ITEM.id(), ITEM.station(), ITEM.counter(), ITEM.level())
            .map(row -> new Line(row.get_1(), row.get_2(), row.get_3(), row.get_4()));
    return () -> Checksum.of(lines, Line::hashCode);
  }

  private Found parents() {
    JimmerAuthorTable author = JimmerAuthorTable.$;
    List<JimmerAuthor> authors =
        sql.createQuery(author)
            .orderBy(author.id())
            .select(
                author.fetch(
                    JimmerAuthorFetcher.$
                        .allScalarFields()
                        .books(JimmerBookFetcher.$.allScalarFields())))
            .execute();
    return () -> Checksum.of(authors, JimmerContender::checksum);
  }

  private Found get() {
    return found(
        LongStream.rangeClosed(1, Sizes.KEYS)
            .mapToObj(id -> sql.findOneById(JimmerItem.class, id))
            .toList());
  }

  private static void fill(JimmerItemDraft draft, int number) {
    Values values = Values.of(number);
    draft.setStation(values.station());
    draft.setNote(values.note());
    draft.setCounter(values.counter());
    draft.setLevel(values.level());
    draft.setChecked(values.checked());
    draft.setCost(values.cost());
    draft.setDay(values.day());
    draft.setTaken(values.taken());
  }

  private Found insert(int count) {
    List<JimmerItem> items =
        Rows.numbered(count, number -> JimmerItemDraft.$.produce(draft -> fill(draft, number)));
    sql.saveEntitiesCommand(items).setMode(SaveMode.INSERT_ONLY).execute();
    return Found.NOTHING;
  }

  private Found insertGraph() {
    List<JimmerAuthor> authors = Rows.authors().stream().map(JimmerContender::graph).toList();
    sql.saveEntitiesCommand(authors)
        .setMode(SaveMode.INSERT_ONLY)
        .setAssociatedModeAll(AssociatedSaveMode.APPEND)
        .execute();
    return Found.NOTHING;
  }

  private static JimmerAuthor graph(Rows.Author row) {
    return JimmerAuthorDraft.$.produce(
        author -> {
          author.setName(row.name);
          author.setEmail(row.email);
          author.setBorn(row.born);
          author.setActive(row.active);
          for (Rows.Book child : row.books) {
            author.addIntoBooks(
                book -> {
                  book.setTitle(child.title);
                  book.setIsbn(child.isbn);
                  book.setPrice(child.price);
                  book.setPages(child.pages);
                  book.setPublished(child.published);
                });
          }
        });
  }

  private Found update(int count) {
    List<JimmerItem> changed =
        load(count).stream()
            .map(
                item ->
                    JimmerItemDraft.$.produce(
                        draft -> {
                          draft.setId(item.id());
                          draft.setCounter(item.counter() + 1);
                        }))
            .toList();
    sql.saveEntitiesCommand(changed).setMode(SaveMode.UPDATE_ONLY).execute();
    return Found.NOTHING;
  }

  private Found delete() {
    List<Long> ids = load(Sizes.ITEMS).stream().map(JimmerItem::id).toList();
    sql.deleteByIds(JimmerItem.class, ids, DeleteMode.PHYSICAL);
    return Found.NOTHING;
  }

  private Found upsert() {
    List<JimmerItem> items =
        Rows.numbered(
            Sizes.ITEMS,
            number ->
                JimmerItemDraft.$.produce(
                    draft -> {
                      draft.setId(Rows.upsertedId(number));
                      fill(draft, number + 1);
                    }));
    sql.saveEntitiesCommand(items).setMode(SaveMode.UPSERT).execute();
    return Found.NOTHING;
  }

  private Found stream() {
    AtomicLong sum = new AtomicLong();
    JimmerReadingTable reading = JimmerReadingTable.$;
    sql.createQuery(reading)
        .select(reading)
        .forEach(
            Sizes.FETCHED,
            row -> sum.addAndGet(Checksum.row(row.id(), row.name(), row.amount(), row.taken())));
    return sum::get;
  }

  @Override
  public void close() {
    // The pool is the suite's.
  }
}
