package org.aludel.migrations.config;

import org.aludel.engine.DatabaseUrl;
import org.jspecify.annotations.Nullable;

/**
 * Where scratch databases are made.
 *
 * @param url the server to make them on; null for the server of the database itself
 */
public record ScratchSetting(Mode mode, @Nullable DatabaseUrl url) {
  /** How a place for scratch databases is found. */
  public enum Mode {
    /** On the same server, else on the embedded one. */
    AUTO,
    /** Nowhere: nothing is normalised or proven. */
    NONE,
    /** On the server of the URL. */
    URL
  }
}
