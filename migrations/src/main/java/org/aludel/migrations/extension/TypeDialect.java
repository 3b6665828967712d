package org.aludel.migrations.extension;

import java.util.Optional;
import org.aludel.dialect.Dialect;
import org.aludel.migrations.dialect.DialectPort;
import org.aludel.migrations.dialect.DialectPorts;

/** Which names of types mean the same on a database. */
public interface TypeDialect extends DialectPort {
  /** The provider for a dialect; throws UNSUPPORTED_DATABASE. */
  static TypeDialect of(Dialect dialect) {
    return DialectPorts.of(TypeDialect.class, dialect);
  }

  /** Decides about columns whose types have two names; empty where the catalogue has one alone. */
  Optional<ColumnHook> types();
}
