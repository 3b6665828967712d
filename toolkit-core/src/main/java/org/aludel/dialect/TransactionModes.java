package org.aludel.dialect;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a transaction is told when it begins. Immutable.
 *
 * @param isolation or null for the database's default
 * @param readOnly whether it may only read
 * @param deferrable whether it may wait at its begin, so that it never fails as a serializable one
 *     that only reads. Source: PostgreSQL 18, SET TRANSACTION
 */
public record TransactionModes(
    @Nullable Isolation isolation, boolean readOnly, boolean deferrable) {
  /** Whatever the database does by itself. */
  public static final TransactionModes DEFAULT = new TransactionModes(null, false, false);

  /** Whether nothing is asked for. */
  public boolean isDefault() {
    return equals(DEFAULT);
  }

  /** The modes as {@code SET TRANSACTION} lists them; empty when nothing is asked for. */
  public String sql() {
    List<String> modes = new ArrayList<>();
    if (isolation != null) {
      modes.add("ISOLATION LEVEL " + isolation.sql());
    }
    if (readOnly) {
      modes.add("READ ONLY");
    }
    if (deferrable) {
      modes.add("DEFERRABLE");
    }
    return String.join(", ", modes);
  }
}
