package org.aludel.orm.session;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.aludel.engine.Connection;
import org.aludel.engine.Result;
import org.aludel.instrument.RenewedReader;
import org.aludel.orm.loading.Loader;
import org.aludel.orm.query.EntityQuery;
import org.aludel.orm.state.InstanceState;
import org.aludel.orm.state.Lifecycle;
import org.aludel.orm.state.LoadGroup;
import org.aludel.orm.state.PersistenceContext;
import org.aludel.orm.unitofwork.UnitOfWork;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a query as they arrive, read once. The objects of a batch that have no unflushed
 * change are detached when the next one is read, so that memory does not grow with the result. Not
 * thread-safe; to be closed unless it is read to the end.
 *
 * @param <R> what a row becomes
 */
public final class StreamedRows<R extends @Nullable Object> implements Iterable<R>, AutoCloseable {
  private final EntityQuery<R> query;
  private final Loader loader;
  private final PersistenceContext context;
  private final Connection connection;
  private final int size;
  private final RenewedReader<R> reader;
  private final Result<R> result;
  private final Iterator<R> rows;
  private final Deque<List<R>> waiting = new ArrayDeque<>();
  private List<InstanceState<?>> brought = new ArrayList<>();
  private int position;

  private StreamedRows(
      EntityQuery<R> query,
      Loader loader,
      PersistenceContext context,
      Connection connection,
      int size) {
    this.query = query;
    this.loader = loader;
    this.context = context;
    this.connection = connection;
    this.size = size;
    this.reader = new RenewedReader<>();
    this.result = connection.query(query.statement(), reader, options -> options.fetchSize(size));
    this.rows = result.iterator();
  }

  static <R> StreamedRows<R> open(
      EntityQuery<R> query,
      Loader loader,
      PersistenceContext context,
      Connection connection,
      int size) {
    return new StreamedRows<>(query, loader, context, connection, size);
  }

  /** The rows that are left; every iterator goes on where the last one stopped. */
  @Override
  public Iterator<R> iterator() {
    return new Iterator<>() {
      @Override
      public boolean hasNext() {
        return isMore();
      }

      @Override
      public R next() {
        if (!isMore()) {
          throw new NoSuchElementException("no further row");
        }
        return waiting.element().get(position++);
      }
    };
  }

  private boolean isMore() {
    List<R> batch = waiting.peek();
    if (batch != null && position < batch.size()) {
      return true;
    }
    waiting.clear();
    position = 0;
    letGo();
    List<R> next = read();
    if (next.isEmpty()) {
      return false;
    }
    waiting.add(next);
    return true;
  }

  /** The rows as a stream; closing it closes this. */
  public Stream<R> stream() {
    return StreamSupport.stream(spliterator(), false).onClose(this::close);
  }

  /** Gives up the remaining rows. Repeatable. */
  @Override
  public void close() {
    result.close();
    waiting.clear();
    letGo();
  }

  private List<R> read() {
    StatementRun<R> run = new StatementRun<>(query, loader, connection);
    List<InstanceState<?>> found = new ArrayList<>();
    context.watch(found);
    try {
      reader.renew(run.reader());
      List<R> batch = new ArrayList<>();
      while (batch.size() < size && rows.hasNext()) {
        batch.add(rows.next());
      }
      run.finish();
      return batch;
    } finally {
      context.watch(null);
      brought = found;
    }
  }

  private void letGo() {
    Set<LoadGroup> kept = Collections.newSetFromMap(new IdentityHashMap<>(0));
    for (InstanceState<?> state : brought) {
      boolean unchanged = !state.isLoaded() || !UnitOfWork.isChanged(state);
      LoadGroup group = state.group();
      if (state.lifecycle() == Lifecycle.PERSISTENT && unchanged) {
        context.release(state);
      } else if (group != null) {
        kept.add(group);
      }
    }
    kept.forEach(LoadGroup::forgetThoseThatLeft);
    brought = new ArrayList<>();
  }
}
