package org.aludel.migrations.config;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * A program that is run on each new revision file.
 *
 * @param name for messages
 * @param command the program and its arguments, each as it is: no shell is between; <code>{file}
 *     </code> stands for the path of the file, <code>{revision}</code> for its id
 * @param directory where it runs
 * @param timeout after which it is ended
 */
public record HookSetting(String name, List<String> command, Path directory, Duration timeout) {
  public HookSetting {
    command = List.copyOf(command);
  }
}
