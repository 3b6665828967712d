package org.aludel.migrations.loss;

/** What a downgrade does about rows that it would lose. */
public enum LossPolicy {
  /** It is refused while there are such rows. */
  REFUSE,
  /** They are lost. */
  ACCEPT,
  /** They are copied to schema {@code aludel_kept} first; the next upgrade gives them back. */
  KEEP
}
