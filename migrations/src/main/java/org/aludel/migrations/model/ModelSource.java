package org.aludel.migrations.model;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.aludel.engine.Engine;
import org.aludel.migrations.compare.CompareOptions;
import org.aludel.migrations.scratch.ScratchServer;
import org.aludel.schema.MetaData;

/** Where the wanted schema comes from. Immutable. */
public interface ModelSource {
  /**
   * The wanted schema in the database's own spelling. Makes a scratch database only where the texts
   * of the two do not agree already.
   *
   * @param live the database as reflected, which the schema will be compared with
   * @param options those of that comparison
   * @throws org.aludel.error.RevisionException MIG-SCRATCH-FAILED when no scratch database can be
   *     made, or the server refuses the model
   */
  MetaData wanted(MetaData live, CompareOptions options, ScratchServer scratch);

  /** A schema that somebody made, as that of mapped classes. */
  static ModelSource of(MetaData model) {
    return new MetaDataModel(model, List.of(), false);
  }

  /**
   * A schema that somebody made, and what the SQL files below a folder make: views, functions,
   * triggers and whatever else has no place in mapped classes. The files are run in any order in
   * which they succeed. Where there is a folder, its files state all such objects: what they do not
   * is no longer wanted. Without one, what the database has is left as it is.
   *
   * @param folder need not exist
   */
  static ModelSource of(MetaData model, Path folder) {
    return new MetaDataModel(model, SqlScript.below(folder), Files.isDirectory(folder));
  }

  /** A file of SQL that creates the schema in an empty database. */
  static ModelSource ofSqlFile(Path file) {
    return new SqlFileModel(file, List.of());
  }

  /**
   * A file of SQL, and the files below a folder, itself left out.
   *
   * @param folder need not exist
   */
  static ModelSource ofSqlFile(Path file, Path folder) {
    Path schema = file.toAbsolutePath().normalize();
    return new SqlFileModel(file, SqlScript.below(folder, each -> !each.equals(schema)));
  }

  /** The schema of another database. */
  static ModelSource ofDatabase(Engine engine) {
    return new DatabaseModel(engine);
  }
}
