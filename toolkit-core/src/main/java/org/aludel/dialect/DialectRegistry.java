package org.aludel.dialect;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;

/**
 * The dialects on the class path, found by {@link ServiceLoader} through the thread's context class
 * loader and the one that loaded this class. Immutable.
 */
public final class DialectRegistry {
  private final List<Dialect> dialects;

  private DialectRegistry(List<Dialect> dialects) {
    this.dialects = List.copyOf(dialects);
  }

  /** Looks for dialects now. */
  public static DialectRegistry load() {
    Map<Class<?>, Dialect> found = new LinkedHashMap<>();
    ServiceLoader.load(Dialect.class).forEach(one -> found.put(one.getClass(), one));
    ServiceLoader.load(Dialect.class, Dialect.class.getClassLoader())
        .forEach(one -> found.putIfAbsent(one.getClass(), one));
    return new DialectRegistry(
        found.values().stream().sorted(Comparator.comparing(Dialect::name)).toList());
  }

  /** The first dialect that accepts a JDBC URL, in order of names. */
  public Optional<Dialect> forUrl(String jdbcUrl) {
    return dialects.stream().filter(dialect -> dialect.accepts(jdbcUrl)).findFirst();
  }

  /** The dialect of that name. */
  public Optional<Dialect> named(String name) {
    return dialects.stream().filter(dialect -> dialect.name().equals(name)).findFirst();
  }

  /** The names of all dialects found, sorted. */
  public List<String> names() {
    return dialects.stream().map(Dialect::name).toList();
  }
}
