package org.aludel.migrations.config;

/** What happens to objects that no revision of ours made. */
public enum UnmanagedPolicy {
  /** They are left alone. */
  EXCLUDE,
  /** They are compared, and dropped where the drop policy says so. */
  INCLUDE
}
