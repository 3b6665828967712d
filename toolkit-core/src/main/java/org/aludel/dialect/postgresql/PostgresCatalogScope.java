package org.aludel.dialect.postgresql;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.aludel.reflect.ObjectFilter;
import org.aludel.reflect.ReflectOptions;
import org.aludel.schema.QualifiedName;
import org.aludel.schema.UncoveredObject;
import org.jspecify.annotations.Nullable;

/** What all parts of one reading share: names, the filter, and what was found but not covered. */
final class PostgresCatalogScope {
  private static final Comparator<UncoveredObject> ORDER =
      Comparator.comparing(UncoveredObject::kind).thenComparing(UncoveredObject::name);
  private final PostgresCatalogNames names;
  private final ObjectFilter filter;
  private final String defaultSchema;
  private final List<UncoveredObject> uncovered = new ArrayList<>();

  PostgresCatalogScope(ReflectOptions options) {
    names = new PostgresCatalogNames(options.defaultSchema());
    filter = ObjectFilter.of(options);
    defaultSchema = options.defaultSchema();
  }

  QualifiedName name(@Nullable String schema, String name) {
    return names.of(schema, name);
  }

  @Nullable String schema(@Nullable String schema) {
    return names.schemaOf(schema);
  }

  boolean isDefaultSchema(String schema) {
    return schema.equals(defaultSchema);
  }

  boolean admits(String kind, QualifiedName name) {
    return filter.admits(kind, name);
  }

  void addUncovered(String kind, QualifiedName name) {
    if (filter.admits(kind, name)) {
      uncovered.add(new UncoveredObject(kind, name));
    }
  }

  void addUncovered(Collection<String> kinds, QualifiedName name) {
    kinds.forEach(kind -> addUncovered(kind, name));
  }

  /** Of a column, constraint or the like: {@code table.part}. */
  void addUncovered(Collection<String> kinds, QualifiedName owner, String part) {
    addUncovered(kinds, names.part(owner, part));
  }

  List<UncoveredObject> uncovered() {
    return uncovered.stream().distinct().sorted(ORDER).toList();
  }
}
