package org.aludel.orm.session;

import java.util.List;
import java.util.Objects;
import org.aludel.engine.Connection;
import org.aludel.orm.loading.LoadSource;
import org.aludel.orm.loading.Loader;
import org.aludel.orm.mapping.Relationship;
import org.aludel.orm.state.EntityModel;
import org.aludel.orm.state.InstanceState;
import org.aludel.orm.state.LazyCollection;
import org.aludel.orm.unitofwork.CollectionSource;
import org.jspecify.annotations.Nullable;

/** What loading and flushing ask of a session. */
final class SessionSource implements LoadSource, CollectionSource {
  private final SessionGuard guard;
  private final Transactions transactions;
  private final int batchSize;
  private @Nullable Loader loader;
  private @Nullable SessionFlush flush;

  SessionSource(SessionGuard guard, Transactions transactions, int batchSize) {
    this.guard = guard;
    this.transactions = transactions;
    this.batchSize = batchSize;
  }

  /** Loading asks this object, which asks loading: one of the two comes first. */
  void connect(Loader itsLoader, SessionFlush itsFlush) {
    loader = itsLoader;
    flush = itsFlush;
  }

  @Override
  public Connection connection() {
    guard.requireActive();
    return transactions.connection();
  }

  @Override
  public boolean isClosed() {
    return guard.isClosed();
  }

  @Override
  public void beforeSelect(List<EntityModel<?>> models) {
    SessionFlush connected = Objects.requireNonNull(flush, "connected by the session");
    for (EntityModel<?> model : models) {
      connected.before(model.view().tables());
    }
  }

  @Override
  public int batchSize() {
    return batchSize;
  }

  @Override
  public void loadCollection(Relationship relationship, List<InstanceState<?>> owners) {
    loader().loadCollection(relationship, owners);
  }

  @Override
  public void loadRows(List<InstanceState<?>> states) {
    loader().loadRows(states);
  }

  @Override
  public LazyCollection wrap(InstanceState<?> state, Relationship relationship, List<?> elements) {
    return loader().wrap(state, relationship, elements);
  }

  private Loader loader() {
    return Objects.requireNonNull(loader, "connected by the session");
  }
}
