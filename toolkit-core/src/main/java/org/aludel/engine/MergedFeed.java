package org.aludel.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The rows of several results, one result after the other. */
final class MergedFeed<R extends @Nullable Object> implements RowFeed<R> {
  private final List<RowFeed<R>> feeds;
  private int current;

  /**
   * @param feeds one or more, none of them read
   */
  MergedFeed(List<RowFeed<R>> feeds) {
    this.feeds = feeds;
  }

  @Override
  public boolean hasRows() {
    return true;
  }

  @Override
  public boolean next() {
    while (current < feeds.size()) {
      if (feeds.get(current).next()) {
        return true;
      }
      current++;
    }
    return false;
  }

  @Override
  public R read() {
    return feeds.get(current).read();
  }

  @Override
  public List<String> columnNames() {
    return feeds.get(0).columnNames();
  }

  @Override
  public long rowCount() {
    return -1;
  }

  @Override
  public String described() {
    return feeds.get(0).described() + "\nand " + (feeds.size() - 1) + " merged with it";
  }

  @Override
  public <T extends @Nullable Object> RowFeed<T> map(Function<? super R, ? extends T> mapping) {
    List<RowFeed<T>> mapped = new ArrayList<>();
    feeds.forEach(feed -> mapped.add(feed.map(mapping)));
    return new MergedFeed<T>(mapped);
  }

  @Override
  public RowFeed<Map<String, @Nullable Object>> mappings() {
    List<RowFeed<Map<String, @Nullable Object>>> mapped = new ArrayList<>();
    feeds.forEach(feed -> mapped.add(feed.mappings()));
    return new MergedFeed<Map<String, @Nullable Object>>(mapped);
  }

  @Override
  public <T> RowFeed<@Nullable T> scalars(Class<T> type) {
    List<RowFeed<@Nullable T>> mapped = new ArrayList<>();
    feeds.forEach(feed -> mapped.add(feed.scalars(type)));
    return new MergedFeed<@Nullable T>(mapped);
  }

  /** Closes each, those too that come behind one that fails. */
  @Override
  public void close() {
    RuntimeException first = null;
    for (RowFeed<R> feed : feeds) {
      try {
        feed.close();
      } catch (RuntimeException failure) {
        if (first == null) {
          first = failure;
        } else {
          first.addSuppressed(failure);
        }
      }
    }
    if (first != null) {
      throw first;
    }
  }
}
