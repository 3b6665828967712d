package org.aludel.migrations.config;

/** What happens to objects that the model no longer has. */
public enum DropPolicy {
  /** They are left alone and not mentioned. */
  NONE,
  /** They are listed at each run and held back until released by name. */
  PENDING,
  /** They are dropped. */
  ALLOW
}
