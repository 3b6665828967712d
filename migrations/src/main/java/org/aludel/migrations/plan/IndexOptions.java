package org.aludel.migrations.plan;

import java.util.ArrayList;
import java.util.List;
import org.aludel.schema.Table;

/** The options of a table that name an index, which is made after the table. */
final class IndexOptions {
  private static final String USING_INDEX = "USING INDEX ";

  private IndexOptions() {}

  /** The names of the indexes that the options need. */
  static List<String> named(Table.Options options) {
    List<String> names = new ArrayList<>();
    String identity = options.replicaIdentity();
    if (identity != null && identity.startsWith(USING_INDEX)) {
      names.add(plain(identity.substring(USING_INDEX.length())));
    }
    if (options.clusterIndex() != null) {
      names.add(options.clusterIndex());
    }
    names.addAll(options.keyStorage().keySet());
    return names;
  }

  /** The options that stand without any index. */
  static Table.Options without(Table.Options options) {
    String identity = options.replicaIdentity();
    return new Table.Options(
        options.unlogged(),
        options.storage(),
        options.accessMethod(),
        options.rowSecurity(),
        identity != null && identity.startsWith(USING_INDEX) ? null : identity,
        null);
  }

  private static String plain(String quoted) {
    return quoted.startsWith("\"")
        ? quoted.substring(1, quoted.length() - 1).replace("\"\"", "\"")
        : quoted;
  }
}
