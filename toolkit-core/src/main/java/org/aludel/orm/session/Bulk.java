package org.aludel.orm.session;

import java.util.List;
import org.aludel.orm.bulk.BulkWriter;
import org.aludel.orm.bulk.NextIds;
import org.aludel.orm.loading.Loader;
import org.aludel.orm.metamodel.EntityTable;
import org.aludel.orm.state.EntityModel;
import org.aludel.orm.state.InstanceState;
import org.aludel.orm.state.Lifecycle;
import org.aludel.orm.state.PersistenceContext;

/**
 * Writes rows of a class without objects that the session would have to compare: from entities,
 * from records whose components are attributes, from maps by the names of attributes. A reference
 * takes an object or its key. Each 1,000 rows that name the same attributes are one statement; what
 * a row does not name, the server makes; ids of a sequence are taken by one statement, as a flush
 * takes them. Cascades, collections and events play no part, and given entities stay as they are.
 * Belongs to its session.
 *
 * <pre>{@code
 * record NewProduct(String name, BigDecimal price) {}
 * List<Product> made = session.bulk().insertReturning(PRODUCT, newProducts);
 * session.bulk().update(PRODUCT, List.of(Map.of("id", 7L, "price", price)));
 * }</pre>
 */
public final class Bulk {
  private final PersistenceContext context;
  private final Loader loader;
  private final SessionStatements.Owner owner;
  private final NextIds nextIds;

  Bulk(PersistenceContext context, Loader loader, SessionStatements.Owner owner, NextIds nextIds) {
    this.context = context;
    this.loader = loader;
    this.owner = owner;
    this.nextIds = nextIds;
  }

  /**
   * Inserts rows.
   *
   * @return how many
   * @throws org.aludel.error.UsageException with {@code UNSUPPORTED} for names that are no
   *     attributes in columns, values of another class, and abstract classes
   */
  public <E> long insert(EntityTable<E> table, List<?> rows) {
    writer(table).insert(rows);
    return told(BulkWrite.Kind.INSERT, table, rows.size());
  }

  /**
   * Inserts rows and gives their objects in the same order; errors as {@link #insert}. On servers
   * before PostgreSQL 17 each row is a statement of its own. Objects of a class of a hierarchy are
   * read by a statement of their own for each 1,000 rows.
   */
  public <E> List<E> insertReturning(EntityTable<E> table, List<?> rows) {
    List<E> made = writer(table).insert(rows, loader);
    told(BulkWrite.Kind.INSERT, table, made.size());
    return made;
  }

  /**
   * Inserts rows by one {@code COPY … FROM STDIN}, sent as they are asked for, so that there may be
   * more of them than fit into memory. All name the attributes that the first one names, ids of a
   * sequence among them. Rows of joined tables are held in pages of 10,000, each sent by one COPY a
   * table; ids of a sequence that they do not give are taken by one statement a page.
   *
   * <pre>{@code
   * long copied = session.bulk().copy(READING, () -> readings.iterator());
   * }</pre>
   *
   * @return how many
   * @throws org.aludel.error.UsageException with {@code UNSUPPORTED} as for {@link #insert}, for
   *     rows of joined tables without an id that the database would make, and for a row of other
   *     attributes, which it numbers from 1; with {@code UNSUPPORTED_STATEMENT} where the database
   *     has no COPY
   * @throws org.aludel.error.DatabaseException for a row that the server refuses: its number stands
   *     behind "line". None of the rows is stored
   */
  public <E> long copy(EntityTable<E> table, Iterable<?> rows) {
    return told(BulkWrite.Kind.INSERT, table, writer(table).copy(rows));
  }

  /**
   * Updates rows by their ids, which each of them names beside what it changes. Objects that the
   * session holds of them are read again. Of a versioned class the rows name the version too. Ids
   * of objects of other classes of a hierarchy are left alone.
   *
   * @return how many rows there were
   * @throws org.aludel.error.StaleDataException when a row of a versioned class is not as the
   *     version says
   */
  public <E> long update(EntityTable<E> table, List<?> rows) {
    EntityModel<E> model = context.models().of(table.rowType());
    List<Object> keys = writer(table).update(rows);
    List<InstanceState<?>> held =
        keys.stream()
            .<InstanceState<?>>map(key -> context.holder(model, key))
            .filter(
                state ->
                    state != null && state.isLoaded() && state.lifecycle() == Lifecycle.PERSISTENT)
            .toList();
    loader.reload(held).forEach(context::expunge);
    return told(BulkWrite.Kind.UPDATE, table, keys.size());
  }

  private long told(BulkWrite.Kind kind, EntityTable<?> table, long rows) {
    owner.wrote(BulkWrite.of(kind, context.models().of(table.rowType()), rows));
    return rows;
  }

  private <E> BulkWriter<E> writer(EntityTable<E> table) {
    owner.prepare();
    owner.requireWritable("write rows");
    EntityModel<E> model = context.models().of(table.rowType());
    owner.autoflush(model.view().tables(), null);
    context.wroteSomething();
    return new BulkWriter<>(context.models(), model, owner.connection(model.mapper()), nextIds);
  }
}
