package org.aludel.migrations.config;

/** What a downgrade does about rows that it would lose. */
public enum LossyChoice {
  /** It is refused while there are such rows. */
  REFUSE,
  /** They are lost. */
  ACCEPT,
  /** They are copied to schema {@code aludel_kept} first. */
  KEEP
}
