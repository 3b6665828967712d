package org.aludel.migrations.runtime;

import org.aludel.migrations.revision.ChangeSet;
import org.aludel.migrations.revision.Revision;

/** What Liquibase identifies a changeset by. */
public record LedgerKey(String file, String author, String id) {
  /** That of a step. */
  public static LedgerKey of(Revision revision, ChangeSet changeSet) {
    return new LedgerKey(revision.logicalFilePath(), changeSet.author(), changeSet.id());
  }
}
