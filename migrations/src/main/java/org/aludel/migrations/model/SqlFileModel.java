package org.aludel.migrations.model;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.aludel.engine.Connection;
import org.aludel.migrations.compare.CompareOptions;
import org.aludel.migrations.scratch.Normaliser;
import org.aludel.migrations.scratch.ScratchDatabase;
import org.aludel.migrations.scratch.ScratchScript;
import org.aludel.migrations.scratch.ScratchServer;
import org.aludel.schema.MetaData;

/** Files of SQL, run in a scratch database and read back. */
record SqlFileModel(Path file, List<ScratchScript> objects) implements ModelSource {
  SqlFileModel {
    objects = List.copyOf(objects);
  }

  @Override
  public MetaData wanted(MetaData live, CompareOptions options, ScratchServer scratch) {
    List<ScratchScript> scripts = new ArrayList<>(objects);
    scripts.add(0, SqlScript.of(file, file.toString()));
    try (ScratchDatabase database = scratch.create()) {
      new Normaliser(options.defaultSchema()).create(scripts, database);
      try (Connection connection = database.engine().connect()) {
        return DatabaseModel.read(connection, options.defaultSchema());
      }
    }
  }
}
