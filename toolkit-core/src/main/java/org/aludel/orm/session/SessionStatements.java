package org.aludel.orm.session;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.aludel.dialect.Capability;
import org.aludel.engine.Connection;
import org.aludel.instrument.PartsReader;
import org.aludel.orm.bulk.NextIds;
import org.aludel.orm.loading.LoadPlan;
import org.aludel.orm.loading.Loader;
import org.aludel.orm.mapping.BasicProperty;
import org.aludel.orm.mapping.Mapper;
import org.aludel.orm.query.EntityQuery;
import org.aludel.orm.query.QueryResolver;
import org.aludel.orm.query.Synchronisation;
import org.aludel.orm.state.EntityModel;
import org.aludel.orm.state.InstanceState;
import org.aludel.orm.state.Lifecycle;
import org.aludel.orm.state.PersistenceContext;
import org.aludel.schema.QualifiedName;
import org.aludel.sql.Delete;
import org.aludel.sql.Projection;
import org.aludel.sql.RowLock;
import org.aludel.sql.Selectable;
import org.aludel.sql.Statement;
import org.aludel.sql.TableSource;
import org.aludel.sql.Update;
import org.aludel.sql.With;
import org.aludel.type.ColumnReader;
import org.aludel.type.RowReader;
import org.jspecify.annotations.Nullable;

/** Runs the statements of one session. Not thread-safe. */
final class SessionStatements {
  private final QueryResolver resolver;
  private final PersistenceContext context;
  private final Loader loader;
  private final Owner owner;
  private final NextIds nextIds;

  /** What a statement needs of its session. */
  interface Owner {
    /** Refuses a session that cannot work; reads again what has expired. */
    void prepare();

    void requireWritable(String what);

    /**
     * Flushes what could change what these tables give.
     *
     * @param wanted null as the session does
     */
    void autoflush(@Nullable Set<QualifiedName> tables, @Nullable Boolean wanted);

    /** The connection of the engine that has the rows of a class. */
    Connection connection(Mapper<?> mapper);

    /**
     * The connection of the engine that has all tables of a statement.
     *
     * @throws org.aludel.error.UsageException with {@code SEVERAL_ENGINES} when there is none
     */
    Connection connection(EntityQuery<?> query);

    /** Refuses to read classes together that several engines have. */
    void requireOneEngine(Mapper<?> mapper, Collection<Mapper<?>> joined);

    /** The statement to run, which listeners may have put in place of the given one. */
    <R> Statement<R> rewritten(Statement<R> statement);

    /** Tells of rows that were written without objects. */
    void wrote(BulkWrite write);
  }

  SessionStatements(
      QueryResolver resolver,
      PersistenceContext context,
      Loader loader,
      Owner owner,
      NextIds nextIds) {
    this.resolver = resolver;
    this.context = context;
    this.loader = loader;
    this.owner = owner;
    this.nextIds = nextIds;
  }

  <R> Rows<R> execute(Statement<R> statement, StatementWishes wishes) {
    EntityQuery<R> query = begin(statement, wishes);
    if (!query.writes()) {
      return new StatementRun<>(query, loader, owner.connection(query)).rows();
    }
    owner.requireWritable("write rows");
    requireParts(query);
    context.wroteSomething();
    Rows<R> rows = written(query, wishes);
    long count = rows.rowCount() < 0 ? rows.all().size() : rows.rowCount();
    owner.wrote(new BulkWrite(BulkWrite.Kind.of(query.asked()), query.written(), count));
    return rows;
  }

  /** A change of several tables that returns rows is one statement, where the database has such. */
  private void requireParts(EntityQuery<?> query) {
    boolean parts =
        query.statement() instanceof With<?>
            && !(query.asked() instanceof With<?>)
            && query.keys() == null;
    if (parts && !owner.connection(query).dialect().supports(Capability.WRITING_CTE)) {
      throw SessionRefusals.noParts();
    }
  }

  private <R> Rows<R> written(EntityQuery<R> query, StatementWishes wishes) {
    EntityModel<?> changed = query.changed();
    boolean follows = wishes.synchronisation() != Synchronisation.NONE;
    boolean deletes = query.asked() instanceof Delete<?>;
    EntityQuery.Keys given = query.keys();
    if (given != null) {
      List<Object> keys = keysOf(query, given);
      if (!follows || changed != null) {
        return follows
            ? followed(keys, given.model(), deletes)
            : new Rows<>(List.of(), keys.size());
      }
      reload(query.written(), deletes);
      return new Rows<>(List.of(), keys.size());
    }
    Statement<?> keyed = changed == null ? null : keyed(query.statement(), changed);
    if (follows && changed != null && keyed != null) {
      Connection connection = owner.connection(query);
      return followed(keysOf(connection, keyed, changed), changed, deletes);
    }
    Rows<R> rows = new StatementRun<>(query, loader, owner.connection(query)).rows();
    if (follows) {
      reload(query.written(), deletes);
    }
    return rows;
  }

  /** See {@link Session#get}. */
  <E> @Nullable E get(Class<E> type, Object id, StatementWishes wishes) {
    owner.prepare();
    EntityModel<E> model = context.models().of(type);
    Object key = Keys.of(model, id);
    InstanceState<E> known = context.find(model, key);
    RowLock lock = wishes.lock();
    if (known != null && known.lifecycle() == Lifecycle.DELETED) {
      return null;
    }
    if (known != null && known.isLoaded() && lock == null) {
      return known.entity();
    }
    LoadPlan plan =
        wishes.loading().isEmpty()
            ? loader.base()
            : resolver.plan(model, loader.base().terms(), wishes.loading());
    if (!wishes.loading().isEmpty()) {
      owner.requireOneEngine(model.mapper(), plan.joinedTargets(model.mapper()));
    }
    owner.autoflush(lock == null ? Set.of() : model.view().tables(), wishes.autoflush());
    return loader.byId(model, key, plan, lock);
  }

  /** Reads the row of an object again; false when it is gone. */
  <E> boolean refresh(InstanceState<E> state, StatementWishes wishes) {
    LoadPlan plan = resolver.plan(state.model(), loader.base().terms(), wishes.loading());
    return loader.refreshed(state, plan, wishes.lock());
  }

  Bulk bulk() {
    return new Bulk(context, loader, owner, nextIds);
  }

  /** The rows of a query in batches; see {@link Session#stream}. */
  <R> StreamedRows<R> stream(Statement<R> statement, int batch, StatementWishes wishes) {
    EntityQuery<R> query = begin(statement, wishes);
    if (batch < 1 || query.writes() || query.repeats()) {
      throw SessionRefusals.notStreamed(batch, query.repeats());
    }
    return StreamedRows.open(query, loader, context, owner.connection(query), batch);
  }

  private <R> EntityQuery<R> begin(Statement<R> statement, StatementWishes wishes) {
    owner.prepare();
    EntityQuery<R> query =
        resolver.resolve(owner.rewritten(statement), loader.base().terms(), wishes.loading());
    if (query.writes()) {
      owner.requireWritable("write rows");
    }
    owner.autoflush(query.tables(), wishes.autoflush());
    return query;
  }

  /** The statement with the keys of the rows that it changes, where it returns nothing yet. */
  private static @Nullable Statement<?> keyed(Statement<?> statement, EntityModel<?> model) {
    if (statement instanceof Update<?> update && update.projection() == null) {
      return update.returning(keys(update.table(), model));
    }
    return statement instanceof Delete<?> delete && delete.projection() == null
        ? delete.returning(keys(delete.table(), model))
        : null;
  }

  private static Projection<Object> keys(TableSource<?> table, EntityModel<?> model) {
    List<Selectable<?>> ids = new ArrayList<>();
    for (Mapper<?> each : model.mapper().lineage()) {
      if (ids.isEmpty() && each.table().name().name().equals(table.tableName().name())) {
        // A joined class may call its key otherwise than the root does.
        each.keyColumns().forEach(key -> ids.add(table.c(key.name(), key.type())));
      }
    }
    return new Projection<>(ids, values -> values);
  }

  /** Runs a statement that gives the keys of the rows that it changed. */
  private static List<Object> keysOf(
      Connection connection, Statement<?> statement, EntityModel<?> model) {
    List<RowReader<?>> readers = new ArrayList<>();
    for (BasicProperty id : model.ids()) {
      readers.add(new ColumnReader<>(model.type(id), readers.size() + 1));
    }
    return connection.query(statement, new PartsReader<>(readers, SessionStatements::key)).all();
  }

  private List<Object> keysOf(EntityQuery<?> query, EntityQuery.Keys given) {
    EntityModel<?> model = given.model();
    Connection connection = owner.connection(query);
    return connection.dialect().supports(Capability.WRITING_CTE)
        ? keysOf(connection, query.statement(), model)
        : new SteppedChange(model, connection)
            .run(given.steps().get()).stream().map(SessionStatements::key).toList();
  }

  private <R> Rows<R> followed(List<Object> keys, EntityModel<?> model, boolean deletes) {
    Set<InstanceState<?>> held = new LinkedHashSet<>();
    for (Object key : keys) {
      InstanceState<?> state = context.holder(model, key);
      if (state != null && state.lifecycle() == Lifecycle.PERSISTENT) {
        held.add(state);
      }
    }
    if (deletes) {
      held.forEach(context::removed);
    } else {
      loader
          .reload(held.stream().filter(InstanceState::isLoaded).toList())
          .forEach(context::expunge);
    }
    return new Rows<>(List.of(), keys.size());
  }

  private static Object key(@Nullable Object[] values) {
    List<Object> parts = new ArrayList<>();
    for (Object value : values) {
      if (value == null) {
        throw new IllegalStateException("a part of a primary key is null");
      }
      parts.add(value);
    }
    return parts.size() == 1 ? parts.get(0) : List.copyOf(parts);
  }

  /**
   * Objects of tables that a statement wrote are read again, in one batch a class.
   *
   * @param deletes whether a rollback brings those back whose rows are gone
   */
  private void reload(Set<QualifiedName> tables, boolean deletes) {
    for (QualifiedName table : tables) {
      for (EntityModel<?> model : context.models().ofTable(table)) {
        List<InstanceState<?>> held =
            context.persistent(model).stream()
                .filter(one -> one.isLoaded() && one.lifecycle() == Lifecycle.PERSISTENT)
                .toList();
        loader.reload(held).forEach(deletes ? context::removed : context::expunge);
      }
    }
  }
}
