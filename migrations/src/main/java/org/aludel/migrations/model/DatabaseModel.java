package org.aludel.migrations.model;

import org.aludel.engine.Connection;
import org.aludel.engine.Engine;
import org.aludel.migrations.compare.CompareOptions;
import org.aludel.migrations.scratch.ScratchServer;
import org.aludel.reflect.ReflectOptions;
import org.aludel.schema.Extension;
import org.aludel.schema.MetaData;

/** The schema of another database, which the caller keeps open. */
record DatabaseModel(Engine engine) implements ModelSource {
  @Override
  public MetaData wanted(MetaData live, CompareOptions options, ScratchServer scratch) {
    try (Connection connection = engine.connect()) {
      return read(connection, options.defaultSchema());
    }
  }

  /** Which version of an extension a database has is nobody's wish. */
  static MetaData read(Connection connection, String defaultSchema) {
    MetaData read =
        connection
            .dialect()
            .catalogReader()
            .read(connection.unwrap(java.sql.Connection.class), ReflectOptions.of(defaultSchema));
    return read.withExtensions(
        read.extensions().stream()
            .map(each -> new Extension(each.name(), each.schema(), null, each.comment()))
            .toList());
  }
}
