package org.aludel.orm.session;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.aludel.engine.Connection;
import org.aludel.orm.loading.LoadSource;
import org.aludel.orm.loading.Loader;
import org.aludel.orm.mapping.Mapper;
import org.aludel.orm.mapping.Relationship;
import org.aludel.orm.query.EntityQuery;
import org.aludel.orm.state.EntityModel;
import org.aludel.orm.state.InstanceState;
import org.aludel.orm.state.LazyCollection;
import org.aludel.orm.state.PersistenceContext;
import org.aludel.orm.unitofwork.CollectionSource;
import org.aludel.schema.QualifiedName;
import org.aludel.sql.Statement;
import org.jspecify.annotations.Nullable;

/** What statements, loading and flushing ask of a session. */
final class SessionSource implements LoadSource, CollectionSource, SessionStatements.Owner {
  private final SessionGuard guard;
  private final Transactions transactions;
  private final SessionOptions options;
  private final SessionListeners listeners;
  private final PersistenceContext context;
  private @Nullable Loader loader;
  private @Nullable SessionFlush flush;

  SessionSource(
      SessionGuard guard,
      SessionOptions options,
      Transactions transactions,
      SessionListeners listeners,
      PersistenceContext context) {
    this.guard = guard;
    this.options = options;
    this.transactions = transactions;
    this.listeners = listeners;
    this.context = context;
  }

  /** Loading asks this object, which asks loading: one of the two comes first. */
  void connect(Loader itsLoader, SessionFlush itsFlush) {
    loader = itsLoader;
    flush = itsFlush;
  }

  @Override
  public Connection connection(Mapper<?> mapper) {
    guard.requireActive();
    return transactions.of(mapper);
  }

  @Override
  public Connection connection(EntityQuery<?> query) {
    guard.requireActive();
    return transactions.connection(transactions.numberOf(query, context.models()));
  }

  @Override
  public boolean reachesBoth(Relationship relationship) {
    return transactions.reachesBoth(relationship);
  }

  @Override
  public void requireOneEngine(Mapper<?> mapper, Collection<Mapper<?>> joined) {
    transactions.requireOne(mapper, joined);
  }

  @Override
  public void prepare() {
    guard.requireActive();
    List<InstanceState<?>> expired = context.expired();
    if (!expired.isEmpty()) {
      loader().reloadExpired(expired).forEach(context::expunge);
    }
  }

  @Override
  public void requireWritable(String what) {
    if (options.readOnly()) {
      throw SessionRefusals.readOnly(what);
    }
  }

  @Override
  public void autoflush(@Nullable Set<QualifiedName> tables, @Nullable Boolean wanted) {
    flush().before(tables, wanted);
  }

  @Override
  public <R> Statement<R> rewritten(Statement<R> statement) {
    return listeners.rewritten(statement);
  }

  @Override
  public void wrote(BulkWrite write) {
    listeners.afterBulk(write);
  }

  @Override
  public boolean isClosed() {
    return guard.isClosed();
  }

  @Override
  public void beforeSelect(List<EntityModel<?>> models) {
    for (EntityModel<?> model : models) {
      flush().beforeLoad(model.view().tables());
    }
  }

  @Override
  public void beforeReading(Set<QualifiedName> tables) {
    flush().beforeLoad(tables);
  }

  @Override
  public int batchSize() {
    return options.batchSize();
  }

  @Override
  public void loadCollection(Relationship relationship, List<InstanceState<?>> owners) {
    loader().loadCollection(relationship, owners);
  }

  @Override
  public void loadReferences(List<InstanceState<?>> states) {
    loader().loadReferences(states);
  }

  @Override
  public void loadRows(List<InstanceState<?>> states) {
    loader().loadRows(states);
  }

  @Override
  public void loadValues(int number, List<InstanceState<?>> owners) {
    loader().loadValues(number, owners);
  }

  @Override
  public LazyCollection wrapValues(InstanceState<?> state, int number, List<?> values) {
    return loader().wrapValues(state, number, values);
  }

  @Override
  public LazyCollection wrap(InstanceState<?> state, Relationship relationship, List<?> elements) {
    return loader().wrap(state, relationship, elements);
  }

  private SessionFlush flush() {
    return Objects.requireNonNull(flush, "connected by the session");
  }

  private Loader loader() {
    return Objects.requireNonNull(loader, "connected by the session");
  }
}
