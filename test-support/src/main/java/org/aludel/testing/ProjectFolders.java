package org.aludel.testing;

import java.nio.file.Path;

/** Where the build runs: the repository's root and the module under test. */
final class ProjectFolders {
  private ProjectFolders() {}

  /** The root of the repository, which surefire states; else the parent of the module. */
  static Path root() {
    String stated = System.getProperty("aludel.root");
    return stated == null ? module().resolve("..").normalize() : Path.of(stated);
  }

  /** The folder of the module under test. */
  static Path module() {
    return Path.of(System.getProperty("basedir", System.getProperty("user.dir", ".")))
        .toAbsolutePath()
        .normalize();
  }
}
