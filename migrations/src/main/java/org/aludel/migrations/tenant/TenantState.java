package org.aludel.migrations.tenant;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where one tenant stands.
 *
 * @param tenant its schema
 * @param heads revisions that it is at; empty for the base, and where nobody could ask
 * @param standing in one word
 * @param error why it failed, in one line, or null
 * @param at when a run last ended for it, or null when none did
 */
public record TenantState(
    String tenant,
    List<String> heads,
    Standing standing,
    @Nullable String error,
    @Nullable Instant at) {
  /** Where a tenant stands, in one word. */
  public enum Standing {
    /** It has all revisions. */
    AT_HEAD,
    /** It lacks revisions. */
    BEHIND,
    /** The last run failed; it lacks revisions. */
    FAILED,
    /** What it has is not what the files say. */
    UNEXPLAINED,
    /** A run stopped before its turn came. */
    NOT_BEGUN
  }

  public TenantState {
    heads = List.copyOf(heads);
  }

  /** Whether the tenant needs a person. */
  public boolean failed() {
    return standing == Standing.FAILED || standing == Standing.UNEXPLAINED;
  }
}
