package org.aludel.migrations.plan;

import java.util.LinkedHashMap;
import java.util.Map;
import org.aludel.schema.QualifiedName;
import org.aludel.schema.Table;

/**
 * Storage parameters of the table for long values, which the server has only while a column may be
 * long: what is set without one is lost, so they go before columns change and come after.
 */
final class ToastOptions {
  private static final String PREFIX = "toast.";

  private ToastOptions() {}

  /** Whether all of them go. */
  static boolean go(Table.Options from, Table.Options to) {
    return has(from) && !has(to);
  }

  private static boolean has(Table.Options options) {
    return options.storage().keySet().stream().anyMatch(each -> each.startsWith(PREFIX));
  }

  static Table.Options without(Table.Options options) {
    Map<String, String> storage = new LinkedHashMap<>(options.storage());
    storage.keySet().removeIf(each -> each.startsWith(PREFIX));
    return new Table.Options(
        options.unlogged(),
        storage,
        options.accessMethod(),
        options.rowSecurity(),
        options.replicaIdentity(),
        options.clusterIndex(),
        options.keyStorage());
  }

  /** That they are gone from a table. */
  static Resource gone(QualifiedName table) {
    return Resource.of(Resource.Kind.OPTIONS, table, "toast gone");
  }

  /** That the columns are there for which they come. */
  static Resource coming(QualifiedName table) {
    return Resource.of(Resource.Kind.OPTIONS, table, "toast coming");
  }
}
