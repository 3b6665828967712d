package org.aludel.migrations.command;

import java.util.List;
import java.util.function.Function;
import org.aludel.schema.MetaData;
import org.aludel.schema.QualifiedName;
import org.aludel.schema.Table;

/** What tenants share: the tables and types that lie in a schema of their own. */
final class SharedSchema {
  private SharedSchema() {}

  /**
   * What revisions of tenants may refer to; views and routines are left out, as they may stand on
   * what a tenant has.
   *
   * @param live with the template as its default schema
   */
  static MetaData of(MetaData live) {
    return MetaData.empty()
        .copy()
        .namespaces(live.namespaces())
        .extensions(live.extensions())
        .enums(shared(live.enums(), each -> each.name()))
        .domains(shared(live.domains(), each -> each.name()))
        .compositeTypes(shared(live.compositeTypes(), each -> each.name()))
        .rangeTypes(shared(live.rangeTypes(), each -> each.name()))
        .sequences(shared(live.sequences(), each -> each.name()))
        .tables(shared(live.tables(), Table::name))
        .build();
  }

  private static <T> List<T> shared(List<T> objects, Function<T, QualifiedName> name) {
    return objects.stream().filter(each -> name.apply(each).schema() != null).toList();
  }
}
