package org.aludel.dialect.postgresql;

import java.util.EnumSet;
import java.util.Set;
import org.aludel.dialect.Capability;

/**
 * YugabyteDB. Its DDL is committed by itself, and advisory locks are there by a setting, from
 * 2025.1 on; a role may be told to take them for granted. Source: YugabyteDB, Advisory locks; issue
 * 3642.
 */
final class YugabyteDialect extends PostgresDialect {
  @Override
  public String product() {
    return "YugabyteDB";
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
}
