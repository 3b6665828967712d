package org.aludel.migrations.loss;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.aludel.engine.Connection;

/** On PostgreSQL: copies lie in a schema of their own. */
public final class PostgresRows implements RowKeeper {
  @Override
  public Optional<LossyPart> find(Connection connection, String name, String defaultSchema) {
    return LossyPart.find(connection, name, defaultSchema);
  }

  @Override
  public boolean nothingKept(Connection connection) {
    return new KeptRows(connection).isEmpty();
  }

  @Override
  public String keep(Connection connection, String revision, LossyPart part) {
    return new KeptRows(connection).keep(revision, part);
  }

  @Override
  public void restore(
      Connection connection, String revision, List<LossyPart> parts, Consumer<String> told) {
    new KeptRows(connection).restore(revision, parts, told);
  }
}
