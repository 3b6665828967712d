package org.aludel.migrations.config;

/**
 * What one environment allows.
 *
 * @param downgrade whether revisions may be undone
 * @param disposable whether the database may be thrown away and made anew
 */
public record Profile(boolean downgrade, boolean disposable) {
  /** What holds where no profile is chosen. */
  public static final Profile DEFAULT = new Profile(true, false);
}
