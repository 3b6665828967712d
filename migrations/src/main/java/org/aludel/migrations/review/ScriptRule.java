package org.aludel.migrations.review;

import java.util.List;

/** Recognises one hazard in the statements of a revision. Stateless. */
interface ScriptRule {
  /** The section of {@code docs/safe-migrations.md}. */
  String code();

  /** What happens, one sentence without a full stop. */
  String harm();

  /** What avoids it, one sentence without a full stop. */
  String cure();

  /** The places where the revision does it, in its order. */
  List<Place> places(RevisionText revision);

  /**
   * A place.
   *
   * @param step the id of the changeset
   */
  record Place(String step, String subject) {}
}
