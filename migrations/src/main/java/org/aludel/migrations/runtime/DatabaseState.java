package org.aludel.migrations.runtime;

import java.util.List;

/**
 * Where a database stands.
 *
 * @param heads as the ledger has them, empty for the base
 * @param applied ids of all revisions that are wholly applied, in linear order
 * @param partial ids of revisions of which some steps are recorded and some are not
 * @param recorded heads as {@code aludel_version} has them; differs from {@code heads} where
 *     Liquibase ran revisions, until our next run
 * @param changed files that are not what was applied
 */
public record DatabaseState(
    List<String> heads,
    List<String> applied,
    List<String> partial,
    List<String> recorded,
    List<ChangedFile> changed) {
  public DatabaseState {
    heads = List.copyOf(heads);
    applied = List.copyOf(applied);
    partial = List.copyOf(partial);
    recorded = List.copyOf(recorded);
    changed = List.copyOf(changed);
  }
}
