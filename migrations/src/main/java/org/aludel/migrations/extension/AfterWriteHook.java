package org.aludel.migrations.extension;

import java.nio.file.Path;
import org.aludel.migrations.revision.Revision;

/**
 * Called when a command has written a revision file, such as to format it or to add it to version
 * control. What it throws is told, and the file stays.
 */
@FunctionalInterface
public interface AfterWriteHook {
  /**
   * Does what is wanted with the file.
   *
   * @param file where it is; it may be changed, as long as it says a revision of that id
   * @param revision what was written
   */
  void written(Path file, Revision revision);
}
