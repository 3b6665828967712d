package org.aludel.orm.session;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.aludel.engine.Connection;
import org.aludel.engine.ThrowingConsumer;
import org.aludel.engine.ThrowingFunction;
import org.aludel.error.AludelException;
import org.aludel.error.NoResultException;
import org.aludel.error.UsageException;
import org.aludel.orm.loading.LoadCriteria;
import org.aludel.orm.loading.LoadPlan;
import org.aludel.orm.loading.Loader;
import org.aludel.orm.metamodel.BasicAttribute;
import org.aludel.orm.query.Synchronisation;
import org.aludel.orm.state.InstanceState;
import org.aludel.orm.state.Lifecycle;
import org.aludel.orm.state.PersistenceContext;
import org.aludel.orm.unitofwork.SaveCascade;
import org.aludel.orm.unitofwork.UnitOfWork;
import org.aludel.sql.Expression;
import org.aludel.sql.Statement;
import org.aludel.sql.StatementOption;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A unit of work: objects that stand for rows, one object a row, and one transaction at a time.
 * Changes of objects are found by comparison and written at the next {@link #flush}, which queries
 * and {@link #commit} bring about themselves.
 *
 * <pre>{@code
 * try (Session session = sessions.open()) {
 *   User user = session.get(User.class, 7L);
 *   user.setName("pearl");
 *   session.commit();                          // UPDATE user_account SET name = ? WHERE id = ?
 * }
 * }</pre>
 *
 * <p>Belongs to the thread that opened it. A transaction begins with the first statement and ends
 * with {@link #commit} or {@link #rollback}; then the connection is given back and the objects
 * stay. {@link #close} detaches them: what is loaded remains usable. As in SQLAlchemy, and unlike
 * JPA, a detached object is never adopted silently.
 */
public final class Session implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Session.class);

  /** Objects compared only to warn; a warning must not cost what reading them has cost. */
  private static final int LOOKED_AT_WHEN_CLOSED = 1000;

  private final SharedParts parts;
  private final SessionOptions options;
  private final SessionGuard guard = new SessionGuard();
  private final PersistenceContext context;
  private final Transactions transactions;
  private final Loader loader;
  private final UnitOfWork work;
  private final SessionFlush flush;
  private final Nesting nesting;
  private final SessionListeners listeners;
  private final SessionSource source;
  private final SessionObjects objects;
  private final SessionEntities entities;
  private final Map<Object, Object> info = new HashMap<>();
  private final SessionStatements statements;

  Session(
      SharedParts parts,
      SessionOptions options,
      LoadCriteria criteria,
      @Nullable Connection outside) {
    this.parts = parts;
    this.options = options;
    this.context =
        new PersistenceContext(parts.models(), parts.openContexts(), !options.readOnly());
    this.listeners = new SessionListeners(this, parts.listeners());
    this.transactions = new Transactions(parts, options, outside, listeners);
    this.source = new SessionSource(guard, options, transactions, listeners, context);
    LoadPlan.Terms terms = new LoadPlan.Terms(false, null, criteria);
    this.loader = new Loader(context, parts.statements(), source, terms);
    this.work = new UnitOfWork(context, parts.catalogue(), source, options.clock());
    this.flush =
        new SessionFlush(
            options, work, listeners, new SessionFlush.Around(context, transactions, guard));
    this.nesting = new Nesting(transactions, context, flush, guard);
    source.connect(loader, flush);
    this.statements =
        new SessionStatements(
            parts.resolver(), context, loader, source, parts.catalogue()::nextIds);
    this.entities =
        new SessionEntities(
            context, loader, statements, new SessionEntities.Parts(guard, source, flush));
    this.objects = new SessionObjects(context, guard, entities);
    parts.openContexts().owned(context, this);
  }

  /**
   * Makes an object pending, and what it refers to along relationships that cascade PERSIST. It is
   * inserted at the next flush. Does nothing for an object that the session holds already.
   *
   * <p>A new object may bring its id, so an id alone does not show that an object stood for a row.
   * What shows it: that another open session of this thread holds the object, that a session made
   * it as a reference or put a collection into it, that its id is always made by the server, or
   * that it has a version beside its id. Where nothing does, an INSERT is tried, which fails on the
   * primary key while the row is there.
   *
   * @return the same object
   * @throws org.aludel.error.DetachedInstanceException for an object that stood for a row
   */
  public <E> E add(E entity) {
    guard.requireActive();
    source.requireWritable("add an object");
    new SaveCascade(context).add(entity);
    return entity;
  }

  /** Adds objects in their order. */
  public void addAll(Collection<?> all) {
    entities.addAll(all);
  }

  /**
   * The object of a row, or null when there is no such row. Runs no SQL when the session holds the
   * object; else flushes if objects were added or deleted, and selects. Changed attributes of other
   * objects are no reason to flush: an UPDATE makes no row with this id. As SQLAlchemy otherwise,
   * whose objects know that they changed.
   *
   * @param id the id's value; a {@link List} of the values in key order for an id of several
   * @param more options of loading, which a row read now follows; a lock always reads the row
   */
  public <E> @Nullable E get(Class<E> type, Object id, StatementOption... more) {
    return statements.get(type, id, StatementWishes.of(more));
  }

  /**
   * As {@link #get} for a row that must be there.
   *
   * @throws NoResultException with {@code NOT_PERSISTENT}
   */
  public <E> E getOne(Class<E> type, Object id, StatementOption... more) {
    E found = get(type, id, more);
    if (found == null) {
      throw SessionRefusals.noRow(parts.models().of(type).describe(id));
    }
    return found;
  }

  /**
   * Copies an object that this session does not hold, such as one of a closed session, onto the one
   * that it holds or reads by the same id, or onto a new one where there is no such row. Flushes
   * first. Follows relationships that cascade MERGE; what is not loaded in the given object stays
   * as it is. A reference without that cascade is found by its id, as in JPA. The given object is
   * neither changed nor added; all its attributes win over those of the row, nulls too.
   *
   * @return the session's object; the given one when the session holds it
   * @throws org.aludel.error.StaleDataException when the row has another version, or is gone
   */
  public <E> E merge(E entity) {
    return entities.<E>mergeAll(this, Collections.singletonList(entity)).get(0);
  }

  /** As {@link #merge} for objects that belong together, in their order. */
  public <E> List<E> mergeAll(Collection<? extends E> all) {
    return entities.mergeAll(this, all);
  }

  /** The first value of each row of a statement: the objects of {@code select(USER)}. */
  public <R> Rows<R> scalars(Statement<R> statement, StatementOption... more) {
    return execute(statement, more);
  }

  /** The value of the only row of a statement, null for SQL NULL. */
  public <R> @Nullable R scalar(Statement<R> statement, StatementOption... more) {
    return execute(statement, more).one();
  }

  /**
   * Runs a statement; queries over entities give objects of this session. Flushes first what could
   * change its answer. The objects of rows that an UPDATE or DELETE changes are read again, or
   * leave the session; {@link Synchronisation} says which. All rows are read before this returns.
   *
   * @param more options beside those of the statement: loading, criteria, autoflush
   * @throws org.aludel.error.DatabaseException when the database refuses
   */
  public <R> Rows<R> execute(Statement<R> statement, StatementOption... more) {
    return statements.execute(statement, StatementWishes.of(more));
  }

  /**
   * Runs a query of objects and reads its rows as they are asked for, with a cursor of the server:
   * a batch at a time, with what its options load for each batch. See {@link StreamedRows} for what
   * becomes of the objects. Ends with the transaction.
   *
   * @param batch rows at a time, at least 1
   * @throws UsageException with {@code UNSUPPORTED} for objects that come with several rows
   */
  public <R> StreamedRows<R> stream(Statement<R> statement, int batch, StatementOption... more) {
    return statements.stream(statement, batch, StatementWishes.of(more));
  }

  /** Writes many rows of a class without objects to compare. */
  public Bulk bulk() {
    return statements.bulk();
  }

  /**
   * Deletes an object at the next flush. What its relationships cascade REMOVE to is deleted with
   * it; other objects that refer to it lose the reference.
   *
   * @throws UsageException with {@code NOT_PERSISTENT} for an object without a row in this session
   */
  public void delete(Object entity) {
    entities.delete(entity);
  }

  /**
   * Writes all changes now: parents before children, UPDATE and INSERT table by table, then DELETE;
   * what gives a unique value up comes before what takes it. Does not commit.
   *
   * @throws org.aludel.error.StaleDataException when a row is not as it was read
   * @throws org.aludel.error.DatabaseException when the database refuses; the session then refuses
   *     further work until {@link #rollback}
   */
  public void flush() {
    source.prepare();
    flush.now();
  }

  /**
   * Flushes and makes all work since the last commit or rollback last. Objects stay. Of several
   * engines, that of the factory commits first, then the others as declared; those after one that
   * fails are rolled back. Fails with {@code PARTLY_COMMITTED} after others had committed.
   */
  public void commit() {
    source.prepare();
    nesting.requireNone();
    listeners.beforeCommit();
    flush.whole();
    try {
      transactions.commit();
    } catch (RuntimeException error) {
      guard.fail(error);
      throw error;
    }
    context.commit();
    if (options.expireOnCommit()) {
      context.expire(context.persistent());
    }
    listeners.afterCommit();
  }

  /**
   * Undoes all work since the last commit or rollback, in memory too: objects get the values back
   * that they had when the transaction began, pending ones become transient, deleted ones
   * persistent.
   */
  public void rollback() {
    guard.requireMayEnd();
    flush.requireNotRunning("roll back");
    guard.recover();
    try {
      transactions.rollback();
    } finally {
      context.rollback();
    }
    listeners.afterRollback();
  }

  /**
   * Flushes, even with autoflush off, and sets a savepoint.
   *
   * <pre>{@code
   * try (NestedTransaction attempt = session.beginNested()) {
   *   session.add(new Tag("java"));
   *   attempt.commit();                          // a violated constraint costs this tag only
   * } catch (IntegrityViolation taken) {
   *   ...
   * }
   * }</pre>
   */
  public NestedTransaction beginNested() {
    source.prepare();
    source.requireWritable("set a savepoint");
    return nesting.begin();
  }

  /** Runs a block inside a savepoint: kept at its end, undone when it throws, in memory too. */
  public <X extends Exception> void inNested(ThrowingConsumer<Session, X> block) throws X {
    this.<Boolean, X>fromNested(
        session -> {
          block.accept(session);
          return Boolean.TRUE;
        });
  }

  /** As {@link #inNested} for a block that gives a value. */
  public <R extends @Nullable Object, X extends Exception> R fromNested(
      ThrowingFunction<Session, R, X> block) throws X {
    try (NestedTransaction nested = beginNested()) {
      R value = block.apply(this);
      nested.commit();
      return value;
    }
  }

  /** Runs a block in which no query flushes; {@link #flush}, commit and savepoints still do. */
  public <X extends Exception> void noAutoflush(ThrowingConsumer<Session, X> block) throws X {
    guard.requireActive();
    flush.suspend();
    try {
      block.accept(this);
    } finally {
      flush.resume();
    }
  }

  /** A listener of this session alone, told after those of the factory. */
  public void addListener(SessionListener listener) {
    guard.requireOpen();
    listeners.add(listener);
  }

  /** What the application notes on this session, for listeners; empty at first. */
  public Map<Object, Object> info() {
    return info;
  }

  /** What the next flush does with which objects. */
  public SessionObjects objects() {
    return objects;
  }

  /** Whether the object is pending or persistent in this session. */
  public boolean contains(Object entity) {
    Lifecycle lifecycle = stateOf(entity);
    return lifecycle == Lifecycle.PENDING || lifecycle == Lifecycle.PERSISTENT;
  }

  /**
   * Where an object stands with this session. One that it never held is detached when something
   * shows that it stood for a row: see {@link #add}.
   */
  public Lifecycle stateOf(Object entity) {
    return entities.stateOf(entity);
  }

  /** Whether an attribute or collection of a persistent object differs from its row. */
  public boolean isModified(Object entity) {
    guard.requireOpen();
    InstanceState<?> state = context.find(entity);
    return state != null && UnitOfWork.isChanged(state);
  }

  /** Whether a flush would write anything. Runs no SQL. */
  public boolean hasChanges() {
    guard.requireOpen();
    return work.hasChanges();
  }

  /**
   * Reads the columns of an object again now and drops unflushed changes of it; its collections are
   * loaded again on their next use.
   *
   * @param more a lock that the row gets, options of what is loaded with it
   */
  public void refresh(Object entity, StatementOption... more) {
    entities.refresh(entity, StatementWishes.of(more));
  }

  /** Reads some attributes of an object again now; its other changes stay. */
  @SafeVarargs
  public final <E> void refresh(
      E entity, BasicAttribute<? super E, ?> first, BasicAttribute<? super E, ?>... more) {
    List<BasicAttribute<?, ?>> all = new ArrayList<>(List.of(first));
    for (BasicAttribute<? super E, ?> one : more) {
      all.add(one);
    }
    entities.refresh(entity, all);
  }

  /**
   * An object that stands for a row which nobody has read: it is read on the first use of a method.
   * Runs no SQL; for references to rows whose ids are known.
   *
   * @throws UsageException with {@code UNSUPPORTED} for a class without a lazy subclass
   */
  public <E> E reference(Class<E> type, Object id) {
    return entities.reference(type, id);
  }

  /**
   * Drops unflushed changes of an object; it is read again at the next call on the session. What is
   * changed until then is kept.
   */
  public void expire(Object entity) {
    entities.expire(entity);
  }

  /** As {@link #expire} for all objects that stand for rows. */
  public void expireAll() {
    guard.requireActive();
    List<InstanceState<?>> all = context.persistent();
    all.forEach(context::dropChanges);
    context.expire(all);
  }

  /** As {@link #expunge} for all objects; what was flushed stays in the transaction. */
  public void expungeAll() {
    guard.requireActive();
    context.pending().forEach(context::expunge);
    context.persistent().forEach(context::expunge);
  }

  /**
   * Gives an attribute of an object a value that the database computes: written by the next flush
   * and read back then. Until then the object holds its old value; setting it drops the expression.
   *
   * <pre>{@code
   * session.set(user, USER.visits, USER.visits.plus(1));     // SET visits = visits + 1
   * }</pre>
   *
   * @throws UsageException with {@code NOT_PERSISTENT} for an object that this session does not
   *     hold, with {@code UNSUPPORTED} for an id, a version or what an UPDATE does not write
   */
  public <E, T> void set(E entity, BasicAttribute<E, T> attribute, Expression<T> value) {
    entities.set(parts.resolver(), entity, attribute, value);
  }

  /** Lets go of an object: a pending one becomes transient, a persistent one detached. */
  public void expunge(Object entity) {
    entities.expunge(entity);
  }

  /**
   * The connection of the running transaction, for Core. What it writes is not seen by objects;
   * {@link #refresh} them.
   */
  public Connection connection() {
    source.prepare();
    context.wroteSomething();
    return transactions.connection(EngineBinds.DEFAULT);
  }

  /** As {@link #connection()}, in the engine that has the rows of a class. */
  public Connection connection(Class<?> type) {
    source.prepare();
    context.wroteSomething();
    return transactions.of(parts.models().of(type).mapper());
  }

  /**
   * Rolls back what was not committed and detaches all objects. Warns of what was added, deleted or
   * changed and never flushed; of many objects the first 1,000 are compared. Repeatable; another
   * thread may close the session of one that has ended, and roll it back.
   */
  @Override
  public void close() {
    if (guard.isClosed()) {
      return;
    }
    guard.requireMayEnd();
    flush.requireNotRunning("close the session");
    if (!guard.hasFailed() && !options.readOnly() && work.hasChanges(LOOKED_AT_WHEN_CLOSED)) {
      LOG.warn("{}", SessionRefusals.unflushed().message());
    }
    abandon();
  }

  /** Undoes everything and closes, for a reason that must not be lost behind a second failure. */
  void abandonAfter(Throwable reason) {
    if (guard.isClosed()) {
      return;
    }
    try {
      rollback();
    } catch (AludelException second) {
      reason.addSuppressed(second);
    }
    abandon();
  }

  /** Closes without a warning. */
  private void abandon() {
    if (guard.isClosed()) {
      return;
    }
    guard.close();
    try {
      transactions.rollback();
    } finally {
      context.close();
    }
  }
}
