package org.aludel.migrations.revision;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a symbol such as {@code head}, {@code billing@head} or {@code -1} stands for.
 *
 * @param symbol as the person wrote it
 * @param revisions full ids; empty is the base, before the first revision
 * @param branch the label or full id before the {@code @}, or null
 */
public record Target(String symbol, List<String> revisions, @Nullable String branch) {
  public Target {
    revisions = List.copyOf(revisions);
  }

  /** Whether it stands for the state before the first revision. */
  public boolean base() {
    return revisions.isEmpty();
  }
}
