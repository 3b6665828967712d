package org.aludel.migrations.dialect;

import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.concurrent.ConcurrentHashMap;
import org.aludel.dialect.Dialect;
import org.aludel.error.MigrationCode;
import org.aludel.error.Problem;
import org.aludel.error.RevisionException;

/** The providers of ports, read once for each port. Thread-safe. */
public final class DialectPorts {
  private static final Map<Class<?>, List<?>> KNOWN = new ConcurrentHashMap<>();

  private DialectPorts() {}

  /**
   * The provider of a port for a dialect.
   *
   * @throws RevisionException UNSUPPORTED_DATABASE where there is none
   */
  public static <P extends DialectPort> P of(Class<P> port, Dialect dialect) {
    return KNOWN.computeIfAbsent(port, DialectPorts::providers).stream()
        .map(port::cast)
        .filter(each -> each.serves(dialect))
        .findFirst()
        .orElseThrow(() -> unsupported(dialect));
  }

  private static List<?> providers(Class<?> port) {
    return ServiceLoader.load(port, port.getClassLoader()).stream()
        .map(ServiceLoader.Provider::get)
        .toList();
  }

  private static RevisionException unsupported(Dialect dialect) {
    return new RevisionException(
        Problem.of(
                MigrationCode.UNSUPPORTED_DATABASE,
                "cannot work on revisions of \"" + dialect.name() + "\"")
            .found("a database of which the migrations know nothing but its SQL")
            .expected("PostgreSQL or SQLite"));
  }
}
