package org.aludel.dialect.postgresql;

import java.util.EnumSet;
import java.util.Set;
import org.aludel.dialect.Capability;
import org.aludel.error.DatabaseException;
import org.aludel.error.EngineCode;
import org.aludel.error.Problem;
import org.aludel.reflect.CatalogReader;

/**
 * CockroachDB. Its advisory locks are functions that lock nothing; DDL is carried out behind the
 * transaction that it stands in; there is no MERGE that would number rows, and keys do not count
 * up. Source: CockroachDB, PostgreSQL compatibility; Online schema changes; issue 13546.
 */
final class CockroachDialect extends PostgresDialect {
  @Override
  public String product() {
    return "CockroachDB";
  }

  @Override
  public Set<Capability> capabilities() {
    EnumSet<Capability> all = EnumSet.copyOf(super.capabilities());
    all.remove(Capability.ADVISORY_LOCKS);
    all.remove(Capability.TRANSACTIONAL_DDL);
    all.remove(Capability.NUMBERED_RETURNING);
    all.remove(Capability.KEY_ORDER);
    return Set.copyOf(all);
  }

  /** A catalogue that is read almost right would be a wrong difference. */
  @Override
  public CatalogReader catalogReader() {
    throw new DatabaseException(
        Problem.of(EngineCode.UNSUPPORTED_SERVER, "cannot read the catalogue of CockroachDB")
            .found("a server whose catalogue only resembles that of PostgreSQL")
            .expected("PostgreSQL, or a server that is made of it")
            .fix("write statements and sessions over it; keep its schema by its own tools"),
        null,
        null);
  }
}
