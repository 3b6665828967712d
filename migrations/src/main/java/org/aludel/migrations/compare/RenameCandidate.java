package org.aludel.migrations.compare;

/**
 * A drop and a creation that look alike, for a person to decide.
 *
 * @param from the object that would be dropped
 * @param to the name that would be created
 */
public record RenameCandidate(ObjectName from, String to) {
  /** The setting that makes it a rename, such as {@code user_account.name:full_name}. */
  public String setting() {
    return from.text() + ":" + to;
  }
}
