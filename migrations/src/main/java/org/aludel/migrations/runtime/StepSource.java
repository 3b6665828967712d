package org.aludel.migrations.runtime;

import java.util.Map;

/**
 * Where steps in Java come from, and what a run tells them.
 *
 * @param classes knows those that revisions name
 * @param arguments by their names, as {@code -Dorm.arg.region=north} gives them
 */
public record StepSource(ClassLoader classes, Map<String, String> arguments) {
  public StepSource {
    arguments = Map.copyOf(arguments);
  }
}
