package org.aludel.orm.session;

import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.aludel.dialect.Isolation;
import org.aludel.engine.Engine;
import org.aludel.engine.SchemaCheck;
import org.aludel.engine.option.ExecutionOptions;
import org.aludel.error.Problem;
import org.aludel.error.SessionCode;
import org.aludel.error.UsageException;
import org.aludel.orm.event.AttributeListener;
import org.aludel.orm.event.EntityListener;
import org.aludel.orm.event.Registrations;
import org.jspecify.annotations.Nullable;

/**
 * How the sessions of a factory behave. Immutable; made by the builder that {@link
 * SessionFactory#of(org.aludel.engine.Engine, Class, java.util.function.Consumer)} hands out.
 *
 * @param autoflush whether a query flushes first what could change its answer
 * @param expireOnCommit whether objects are read again after each commit
 * @param batchSize objects that one lazy or eager load takes at most
 * @param schemaPolicy what happens when the database lacks revisions of the application
 * @param application whose revisions the database is compared with
 * @param isolation or null for the database's default
 * @param readOnly whether sessions refuse to write and keep no snapshots
 * @param attempts how often a transaction by lambda is tried, at least 1
 * @param clock tells the moments of {@code @CreatedAt} and {@code @UpdatedAt}, and versions that
 *     are times
 * @param execution what its connections are told beside the options of the engine
 */
public record SessionOptions(
    boolean autoflush,
    boolean expireOnCommit,
    int batchSize,
    SchemaCheck.Policy schemaPolicy,
    SchemaCheck.Application application,
    @Nullable Isolation isolation,
    boolean readOnly,
    int attempts,
    Clock clock,
    UnaryOperator<ExecutionOptions> execution) {
  /** Objects a lazy load; the figure of DESIGN 3.3. */
  private static final int DEFAULT_BATCH_SIZE = 500;

  SessionOptions withIsolation(Isolation value) {
    return new SessionOptions(
        autoflush,
        expireOnCommit,
        batchSize,
        schemaPolicy,
        application,
        value,
        readOnly,
        attempts,
        clock,
        execution);
  }

  SessionOptions withReadOnly() {
    return new SessionOptions(
        autoflush,
        expireOnCommit,
        batchSize,
        schemaPolicy,
        application,
        isolation,
        true,
        attempts,
        clock,
        execution);
  }

  SessionOptions withAttempts(int value) {
    return new SessionOptions(
        autoflush,
        expireOnCommit,
        batchSize,
        schemaPolicy,
        application,
        isolation,
        readOnly,
        value,
        clock,
        execution);
  }

  SessionOptions withExecution(UnaryOperator<ExecutionOptions> more) {
    return new SessionOptions(
        autoflush,
        expireOnCommit,
        batchSize,
        schemaPolicy,
        application,
        isolation,
        readOnly,
        attempts,
        clock,
        before -> more.apply(execution.apply(before)));
  }

  /** Collects options. Not thread-safe. */
  public static final class Builder {
    private boolean autoflush = true;
    private boolean expireOnCommit;
    private int batchSize = DEFAULT_BATCH_SIZE;
    private SchemaCheck.Policy schemaPolicy = SchemaCheck.Policy.FAIL;
    private @Nullable ClassLoader classLoader;
    private @Nullable String database;
    private Clock clock = Clock.system(ZoneId.systemDefault());
    private final List<SessionListener> listeners = new ArrayList<>();
    private Registrations registrations = Registrations.NONE;
    private final Map<Engine, List<Class<?>>> engines = new LinkedHashMap<>();

    Builder() {}

    /** On by default. */
    public Builder autoflush(boolean value) {
      autoflush = value;
      return this;
    }

    /**
     * Off by default: objects keep their values, and rows read in a later transaction overwrite
     * what the application did not change. On: all objects are read again, in batches, at the next
     * call on the session after a commit.
     */
    public Builder expireOnCommit(boolean value) {
      expireOnCommit = value;
      return this;
    }

    /** Objects one lazy or eager load takes at most; 500 by default, 1 loads each by itself. */
    public Builder batchSize(int objects) {
      if (objects < 1) {
        throw new UsageException(
            Problem.of(SessionCode.UNSUPPORTED, "cannot load " + objects + " objects at once")
                .expected("a batch size of 1 or more"));
      }
      batchSize = objects;
      return this;
    }

    /** What happens when the database lacks revisions of the application; FAIL by default. */
    public Builder schemaPolicy(SchemaCheck.Policy value) {
      schemaPolicy = value;
      return this;
    }

    /** The class loader that sees the application's revisions; by default that of its entities. */
    public Builder classLoader(ClassLoader value) {
      classLoader = value;
      return this;
    }

    /**
     * Which of several databases this is, by its name in {@code aludel.yaml}, so that its revisions
     * are compared with it; not needed where the application has one.
     */
    public Builder database(String name) {
      database = name;
      return this;
    }

    /**
     * Tells the moments of {@code @CreatedAt} and {@code @UpdatedAt}, and versions that are times;
     * the system's clock in the default time zone unless given. The zone matters to {@code
     * LocalDateTime} and {@code LocalDate} alone.
     */
    public Builder clock(Clock value) {
      clock = value;
      return this;
    }

    /** Tells a listener of what the sessions of the factory do. */
    public Builder listener(SessionListener listener) {
      listeners.add(listener);
      return this;
    }

    /** Tells a listener of the objects of a class, and of classes below it. */
    public <E> Builder listener(Class<E> type, EntityListener<? super E> listener) {
      registrations = registrations.and(type, listener);
      return this;
    }

    /**
     * Tells a listener of changed attributes of the objects of a class, and of classes below it.
     */
    public <E> Builder listener(Class<E> type, AttributeListener<? super E> listener) {
      registrations = registrations.and(type, listener);
      return this;
    }

    /**
     * Another engine, which has the rows of some classes, and of those below them; the engine of
     * the factory has all others. A session has one transaction in each engine that it uses, and
     * commits that of the factory's engine first, then the others in the order of these calls.
     * There is no two-phase commit: see {@link Session#commit}.
     *
     * @param types entities that extend no other entity, or classes and interfaces above such
     *     entities, which bind all of them that are not named themselves; the nearest counts, and
     *     of two interfaces that are as near the first that was given
     */
    public Builder engine(Engine another, Class<?>... types) {
      engines.computeIfAbsent(another, any -> new ArrayList<>()).addAll(List.of(types));
      return this;
    }

    Map<Engine, List<Class<?>>> engines() {
      return engines;
    }

    List<SessionListener> listeners() {
      return List.copyOf(listeners);
    }

    Registrations registrations() {
      return registrations;
    }

    SessionOptions build(ClassLoader ofEntities) {
      ClassLoader loader = classLoader == null ? ofEntities : classLoader;
      SchemaCheck.Application application = new SchemaCheck.Application(loader, database);
      return new SessionOptions(
          autoflush,
          expireOnCommit,
          batchSize,
          schemaPolicy,
          application,
          null,
          false,
          1,
          clock,
          unchanged -> unchanged);
    }
  }
}
