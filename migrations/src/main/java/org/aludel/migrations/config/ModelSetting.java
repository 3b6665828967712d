package org.aludel.migrations.config;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where the wanted schema comes from.
 *
 * @param sqlFile the path of a file of SQL, below the project where it was relative; null for
 *     mapped classes
 * @param objects the folder of SQL files that state what mapped classes cannot; need not exist
 * @param packages packages to scan for mapped classes; empty when the index of the processor is
 *     enough
 * @param defaults whose rules fill in types and names that the mapping leaves open
 */
public record ModelSetting(
    @Nullable String sqlFile, Path objects, List<String> packages, Defaults defaults) {
  public ModelSetting {
    packages = List.copyOf(packages);
  }

  /** Whose rules fill in what the mapping leaves open. */
  public enum Defaults {
    ALUDEL,
    HIBERNATE
  }
}
