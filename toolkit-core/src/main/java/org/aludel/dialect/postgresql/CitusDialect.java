package org.aludel.dialect.postgresql;

import java.util.EnumSet;
import java.util.Set;
import org.aludel.dialect.Capability;

/**
 * PostgreSQL with Citus, spoken to at its coordinator. A MERGE over a list of rows needs a source
 * that is distributed like its target, and rows of one statement are written by several nodes, so
 * that neither numbers nor keys give their order. Source: Citus, SQL support and workarounds.
 */
final class CitusDialect extends PostgresDialect {
  @Override
  public String product() {
    return "Citus";
  }

  @Override
  public Set<Capability> capabilities() {
    EnumSet<Capability> all = EnumSet.copyOf(super.capabilities());
    all.remove(Capability.NUMBERED_RETURNING);
    all.remove(Capability.KEY_ORDER);
    return Set.copyOf(all);
  }
}
