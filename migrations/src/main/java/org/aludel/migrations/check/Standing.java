package org.aludel.migrations.check;

/** Where a database stands, as an application sees it. */
public enum Standing {
  /** It has what the application carries, and nothing else. */
  AT_HEAD,
  /** It lacks revisions that the application carries. */
  BEHIND,
  /** It has all that the application carries, and more: a newer version was deployed. */
  AHEAD,
  /** It is at revisions that the application does not know, and lacks some that it carries. */
  UNKNOWN,
  /** The application carries none, so there is nothing to compare. */
  NO_REVISIONS
}
