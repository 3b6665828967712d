package org.aludel.migrations.config;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where the wanted schema comes from.
 *
 * @param sqlFile the path of a file of SQL, below the project where it was relative; null for
 *     mapped classes
 * @param packages packages to scan for mapped classes; empty when the index of the processor is
 *     enough
 * @param defaults whose rules fill in types and names that the mapping leaves open
 */
public record ModelSetting(@Nullable String sqlFile, List<String> packages, Defaults defaults) {
  public ModelSetting {
    packages = List.copyOf(packages);
  }

  /** Whose rules fill in what the mapping leaves open. */
  public enum Defaults {
    ALUDEL,
    HIBERNATE
  }
}
