package org.aludel.orm.mapping;

/** What a relationship hands on to the objects it refers to. */
public enum Cascade {
  /** Adding to a session; JPA's PERSIST. */
  SAVE_UPDATE,
  MERGE,
  /** Deleting; JPA's REMOVE. */
  DELETE,
  /** Refreshing and expiring; JPA's REFRESH. */
  REFRESH_EXPIRE,
  /** Leaving the session; JPA's DETACH. */
  EXPUNGE
}
