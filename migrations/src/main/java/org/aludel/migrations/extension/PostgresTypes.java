package org.aludel.migrations.extension;

import java.util.Optional;
import org.aludel.dialect.Dialect;

/** PostgreSQL's catalogue has one name for each type, whatever was written. */
public final class PostgresTypes implements TypeDialect {
  @Override
  public boolean serves(Dialect dialect) {
    return dialect.name().equals("postgresql");
  }

  @Override
  public Optional<ColumnHook> types() {
    return Optional.empty();
  }
}
