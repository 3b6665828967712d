package org.aludel.sql;

import java.util.Arrays;
import java.util.List;

/**
 * {@code FOR UPDATE} and its milder forms, until the transaction ends: {@code
 * RowLock.forUpdate().of(USER).skipLocked()}.
 *
 * @param of the sources whose rows are locked; empty for all
 */
public record RowLock(Strength strength, List<FromItem> of, Wait waiting) {
  /** What others may still do with the rows. */
  public enum Strength {
    UPDATE,
    NO_KEY_UPDATE,
    SHARE,
    KEY_SHARE
  }

  /** What to do about rows that are locked already. */
  public enum Wait {
    WAIT,
    NO_WAIT,
    SKIP_LOCKED
  }

  public RowLock {
    of = List.copyOf(of);
  }

  /** Others may neither change nor lock the rows. */
  public static RowLock forUpdate() {
    return new RowLock(Strength.UPDATE, List.of(), Wait.WAIT);
  }

  /** Others may refer to the rows by foreign keys, as {@link Strength#KEY_SHARE} locks them. */
  public static RowLock forNoKeyUpdate() {
    return new RowLock(Strength.NO_KEY_UPDATE, List.of(), Wait.WAIT);
  }

  /** Others may read and share the rows, and not change them. */
  public static RowLock forShare() {
    return new RowLock(Strength.SHARE, List.of(), Wait.WAIT);
  }

  /** Others may change all but the key of the rows. */
  public static RowLock forKeyShare() {
    return new RowLock(Strength.KEY_SHARE, List.of(), Wait.WAIT);
  }

  /** Locks rows of these sources alone. */
  public RowLock of(FromItem... sources) {
    return new RowLock(strength, Arrays.asList(sources), waiting);
  }

  /** Fails at once where a row is locked already. */
  public RowLock noWait() {
    return new RowLock(strength, of, Wait.NO_WAIT);
  }

  /** Leaves out rows that are locked already. */
  public RowLock skipLocked() {
    return new RowLock(strength, of, Wait.SKIP_LOCKED);
  }
}
