package org.aludel.test;

import java.util.List;
import java.util.Objects;
import org.aludel.error.Problem;
import org.aludel.error.UsageException;
import org.aludel.orm.mapping.Registry;
import org.jspecify.annotations.Nullable;

/**
 * Which classes and which revisions make a schema; equal for tests that can share it. The class
 * loader counts, since the same names mean other classes in another one.
 *
 * @param bases declarative bases, none for all entities
 * @param loader sees entities and revisions
 * @param database one of several of the application, or null
 */
record Mapping(
    List<Class<?>> bases, ClassLoader loader, @Nullable String database, OrmTest.Schema schema) {
  Mapping {
    bases = List.copyOf(bases);
  }

  static Mapping of(OrmTest wanted, @Nullable ClassLoader loader) {
    return new Mapping(
        List.of(wanted.value()),
        Objects.requireNonNullElse(loader, ClassLoader.getSystemClassLoader()),
        wanted.database().isEmpty() ? null : wanted.database(),
        wanted.schema());
  }

  Registry registry() {
    return switch (bases.size()) {
      case 0 -> Registry.discover(loader, List.of());
      case 1 -> Registry.of(bases.get(0));
      default ->
          throw new UsageException(
              Problem.of(TestCode.NO_ENTITIES, "cannot test with " + bases.size() + " bases")
                  .found("@OrmTest(" + bases.stream().map(Class::getSimpleName).toList() + ")")
                  .expected("one declarative base, or none for all entities")
                  .fix("give the bases a common superclass, or test each in a class of its own"));
    };
  }
}
