package org.aludel.orm.collection;

import java.util.List;
import org.aludel.sql.Select;
import org.aludel.sql.TableSource;

/**
 * A collection that is never loaded, for attributes with more elements than memory should hold: the
 * field of a {@code @OneToMany(mappedBy)} or a {@code @ManyToMany}.
 *
 * <pre>{@code
 * @OneToMany(mappedBy = "account", cascade = CascadeType.PERSIST)
 * private WriteOnlyCollection<Entry> entries = WriteOnlyCollection.create();
 *
 * account.getEntries().add(new Entry(12));
 * session.scalars(account.getEntries().select(ENTRY).where(ENTRY.amount.gt(10)).limit(20)).all();
 * }</pre>
 *
 * <p>What is added and removed is remembered by identity until the next flush writes it, in bulk;
 * nothing is read for that, so that nobody looks whether an element is there already. The elements
 * themselves come by statements alone. As SQLAlchemy: WriteOnlyCollection.
 *
 * <p>A refresh, an expiry and a rollback forget what was not flushed. Not thread-safe, as the
 * objects are not.
 *
 * @param <E> the entity class of the elements
 */
public interface WriteOnlyCollection<E> {
  /** A collection for the field of a new object. */
  static <E> WriteOnlyCollection<E> create() {
    return new NewElements<>();
  }

  /** As {@link #create()} with first elements. */
  @SafeVarargs
  static <E> WriteOnlyCollection<E> of(E... elements) {
    WriteOnlyCollection<E> made = create();
    for (E element : elements) {
      made.add(element);
    }
    return made;
  }

  /** An element comes with the next flush, or stays after all where its removal was waiting. */
  void add(E element);

  /** As {@link #add} for each. */
  default void addAll(Iterable<? extends E> elements) {
    elements.forEach(this::add);
  }

  /** An element leaves with the next flush; one that was waiting to come does not come. */
  void remove(E element);

  /** As {@link #remove} for each. */
  default void removeAll(Iterable<? extends E> elements) {
    elements.forEach(this::remove);
  }

  /**
   * The elements that the database has, as a statement that may be filtered, ordered, paged and
   * streamed as any other. The session that runs it flushes first, as ever.
   *
   * @param table of the elements, by its own name or an alias; that of a subclass gives those of
   *     that class
   * @throws org.aludel.error.UsageException with {@code NOT_PERSISTENT} where the owner has no row
   */
  <T extends E> Select<T> select(TableSource<T> table);

  /** What came since the last flush, in its order; a copy that cannot be changed. */
  List<E> added();

  /** What left since the last flush, in its order; a copy that cannot be changed. */
  List<E> removed();
}
