package org.aludel.orm.session;

import java.util.Arrays;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.aludel.dialect.Isolation;
import org.aludel.engine.Connection;
import org.aludel.engine.Engine;
import org.aludel.engine.ThrowingConsumer;
import org.aludel.engine.ThrowingFunction;
import org.aludel.engine.option.ExecutionOptions;
import org.aludel.engine.retry.Retry;
import org.aludel.error.Problem;
import org.aludel.error.SerializationFailure;
import org.aludel.error.SessionCode;
import org.aludel.error.UsageException;
import org.aludel.orm.event.AttributeListener;
import org.aludel.orm.event.EntityListener;
import org.aludel.orm.event.Registrations;
import org.aludel.orm.loading.LoadCriteria;
import org.aludel.orm.mapping.DeclarativeBase;
import org.aludel.orm.mapping.Registry;
import org.aludel.orm.metamodel.Criteria;
import org.jspecify.annotations.Nullable;

/**
 * Opens sessions over one engine and one catalogue of classes. Immutable and thread-safe; make one
 * and keep it. It holds no connection, so nothing needs to be closed.
 *
 * <pre>{@code
 * SessionFactory sessions = SessionFactory.of(engine, Base.class);
 * User pearl = sessions.fromTransaction(session -> session.add(new User("pearl")));
 * sessions.readOnly().inTransaction(session -> report(session));
 * sessions.isolation(Isolation.SERIALIZABLE).retry(3).inTransaction(session -> transfer(session));
 * }</pre>
 *
 * <p>Before its first statement a factory compares the revisions that the application carries with
 * those of the database; see {@link SessionOptions.Builder#schemaPolicy}.
 */
public final class SessionFactory {
  private final SharedParts parts;
  private final SessionOptions options;
  private final LoadCriteria criteria;
  private final @Nullable Connection outside;

  private SessionFactory(
      SharedParts parts,
      SessionOptions options,
      LoadCriteria criteria,
      @Nullable Connection outside) {
    if (outside != null && (options.isolation() != null || options.attempts() > 1)) {
      throw new UsageException(
          Problem.of(SessionCode.UNSUPPORTED, "cannot join a transaction")
              .found("an isolation level or retry(…), which a part of a transaction cannot have")
              .fix("give them to whoever begins the transaction"));
    }
    if (outside != null && parts.binds().isSeveral()) {
      throw new UsageException(
          Problem.of(SessionCode.SEVERAL_ENGINES, "cannot join a transaction")
              .found("a factory of several engines, of which the connection has one")
              .fix("a factory of the connection's engine alone"));
    }
    this.outside = outside;
    this.parts = parts;
    this.options = options;
    this.criteria = criteria;
  }

  /** A factory for the entities below a declarative base. */
  public static SessionFactory of(Engine engine, Class<? extends DeclarativeBase> base) {
    return of(engine, base, builder -> {});
  }

  /** As {@link #of(Engine, Class)} with options. */
  public static SessionFactory of(
      Engine engine,
      Class<? extends DeclarativeBase> base,
      Consumer<SessionOptions.Builder> configuration) {
    return of(engine, Registry.of(base), base.getClassLoader(), configuration);
  }

  /** A factory for the classes of a registry. */
  public static SessionFactory of(Engine engine, Registry registry) {
    return of(engine, registry, builder -> {});
  }

  /** As {@link #of(Engine, Registry)} with options. */
  public static SessionFactory of(
      Engine engine, Registry registry, Consumer<SessionOptions.Builder> configuration) {
    ClassLoader loader =
        registry.mappers().stream()
            .findFirst()
            .map(mapper -> mapper.type().getClassLoader())
            .orElse(SessionFactory.class.getClassLoader());
    return of(engine, registry, loader, configuration);
  }

  private static SessionFactory of(
      Engine engine,
      Registry registry,
      ClassLoader loader,
      Consumer<SessionOptions.Builder> configuration) {
    SessionOptions.Builder builder = new SessionOptions.Builder();
    configuration.accept(builder);
    return new SessionFactory(
        new SharedParts(engine, registry, builder), builder.build(loader), LoadCriteria.NONE, null);
  }

  /**
   * The same factory for reading: its transactions are READ ONLY, and its sessions refuse to add,
   * delete, merge, flush and run statements that write. They keep no snapshots of what they read,
   * which is what makes them cheap; so a change by a setter is neither seen nor refused, and is
   * never written.
   */
  public SessionFactory readOnly() {
    return new SessionFactory(parts, options.withReadOnly(), criteria, outside);
  }

  /**
   * The same factory, whose sessions take part in the transaction of a connection: what a session
   * does between two commits is a savepoint in it. Its commit releases the savepoint and makes
   * nothing last before the connection commits; its rollback, and a flush that fails, undo that
   * part alone. One session after another: savepoints end from the inside out. The connection stays
   * the caller's, to end and to close, after the session.
   */
  public SessionFactory joining(Connection connection) {
    return new SessionFactory(parts, options, criteria, connection);
  }

  /**
   * The same factory, whose sessions tell one listener more, after those that it tells already. A
   * session that is open goes on as it was opened.
   */
  public SessionFactory with(SessionListener listener) {
    return new SessionFactory(parts.and(listener), options, criteria, outside);
  }

  /**
   * As {@link #with(SessionListener)} for the objects of a class, and of classes below it. Such a
   * factory prepares its statements for itself: make it once and keep it.
   */
  public <E> SessionFactory with(Class<E> type, EntityListener<? super E> listener) {
    return with(parts.registrations().and(type, listener));
  }

  /** As {@link #with(Class, EntityListener)} for changed attributes. */
  public <E> SessionFactory with(Class<E> type, AttributeListener<? super E> listener) {
    return with(parts.registrations().and(type, listener));
  }

  private SessionFactory with(Registrations more) {
    return new SessionFactory(parts.with(more), options, criteria, outside);
  }

  /** The same factory at another isolation level. */
  public SessionFactory isolation(Isolation level) {
    return new SessionFactory(parts, options.withIsolation(level), criteria, outside);
  }

  /**
   * The same factory, whose sessions run their statements with more options, such as those of a
   * tenant. It shares all compiled statements with the others.
   *
   * <pre>{@code
   * sessions.withOptions(options -> options.schemas(SchemaTranslation.ofDefault("acme"))).open();
   * }</pre>
   *
   * @throws UsageException with {@code WRONG_STATE}, when a session connects, for autocommit; with
   *     {@code UNSUPPORTED} for a factory that joins a transaction, whose connection has options
   */
  public SessionFactory withOptions(UnaryOperator<ExecutionOptions> change) {
    if (outside != null) {
      throw new UsageException(
          Problem.of(SessionCode.UNSUPPORTED, "cannot give options to a session")
              .found("a factory that joins the transaction of a connection")
              .fix("connection.options(…), before the session is opened"));
    }
    return new SessionFactory(parts, options.withExecution(change), criteria, outside);
  }

  /**
   * The same factory, whose transactions by lambda are run again when the database breaks them off
   * to keep others consistent: a serialization failure or a deadlock.
   *
   * @param attempts in all, at least 1
   */
  public SessionFactory retry(int attempts) {
    if (attempts < 1) {
      throw new UsageException(
          Problem.of(SessionCode.UNSUPPORTED, "cannot try a transaction " + attempts + " times")
              .expected("1 or more attempts"));
    }
    return new SessionFactory(parts, options.withAttempts(attempts), criteria, outside);
  }

  /**
   * The same factory, whose sessions read and change only the rows that fulfil criteria: soft
   * deletion, tenants. They hold for statements over entities, for what these load later, for
   * {@link Session#get} and {@link Session#refresh}; not for SQL text, and not for what a flush
   * writes. An object that a session holds already is given by get() whatever its row says.
   *
   * <pre>{@code
   * SessionFactory tenant = sessions.withCriteria(withCriteria(ORDER, ORDER.tenant.eq(7)));
   * }</pre>
   */
  public SessionFactory withCriteria(Criteria... more) {
    return new SessionFactory(
        parts, options, criteria.and(parts.resolver().criteria(Arrays.asList(more))), outside);
  }

  /**
   * A new session for the calling thread. Connects at the first statement; the caller closes it,
   * which rolls back what was not committed.
   */
  public Session open() {
    return new Session(parts, options, criteria, outside);
  }

  /** The open session of the calling thread that holds an object; null when none does. */
  public @Nullable Session sessionOf(Object entity) {
    return (Session) parts.openContexts().holder(entity);
  }

  /**
   * Runs a block in a session and transaction of its own: committed at its end, rolled back when it
   * throws, in memory too. A statement that failed in between makes the commit fail, also where the
   * block caught the exception. The block may run several times after {@link #retry}.
   */
  public <X extends Exception> void inTransaction(ThrowingConsumer<Session, X> block) throws X {
    this.<Boolean, X>fromTransaction(
        session -> {
          block.accept(session);
          return Boolean.TRUE;
        });
  }

  /**
   * As {@link #inTransaction} for a block that gives a value. Objects among it are detached: what
   * is not loaded then cannot be loaded any more.
   */
  public <R extends @Nullable Object, X extends Exception> R fromTransaction(
      ThrowingFunction<Session, R, X> block) throws X {
    for (int attempt = 1; true; attempt++) {
      try {
        return runOnce(block);
      } catch (SerializationFailure failure) {
        if (attempt >= options.attempts()) {
          throw failure;
        }
        Retry.attempts(options.attempts()).pauseAfter(attempt, failure);
      }
    }
  }

  private <R extends @Nullable Object, X extends Exception> R runOnce(
      ThrowingFunction<Session, R, X> block) throws X {
    try (Session session = open()) {
      try {
        R value = block.apply(session);
        session.commit();
        return value;
      } catch (Throwable failure) {
        session.abandonAfter(failure);
        throw failure;
      }
    }
  }
}
