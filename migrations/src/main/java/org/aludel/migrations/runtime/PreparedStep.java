package org.aludel.migrations.runtime;

import java.util.List;
import org.aludel.migrations.revision.ChangeSet;

/** A changeset and what it runs in one direction. */
record PreparedStep(ChangeSet step, List<PreparedChange> changes) {
  PreparedStep {
    changes = List.copyOf(changes);
  }
}
