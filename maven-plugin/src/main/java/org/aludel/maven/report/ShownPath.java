package org.aludel.maven.report;

import java.nio.file.Path;

/** Paths as a person sees them: from the project's directory where they lie below it. */
record ShownPath(Path directory) {
  String of(Path file) {
    Path absolute = file.toAbsolutePath().normalize();
    Path base = directory.toAbsolutePath().normalize();
    return (absolute.startsWith(base) ? base.relativize(absolute) : absolute).toString();
  }
}
