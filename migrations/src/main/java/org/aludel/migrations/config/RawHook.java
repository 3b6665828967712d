package org.aludel.migrations.config;

import java.util.List;

/**
 * A hook before its paths and times are understood.
 *
 * @param directory empty for that of the project
 * @param timeout empty for the usual one
 * @param origin its place in the file, for messages
 */
record RawHook(String name, List<String> command, String directory, String timeout, String origin) {
  RawHook {
    command = List.copyOf(command);
  }
}
