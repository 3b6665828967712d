package org.aludel.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Where the directories of a module's test servers stand: in memory, on a machine with a file
 * system there that has room, else below {@code target}. Tests make hundreds of databases, and each
 * is a copy of a thousand files: on a disk that took more than half of the time of the build.
 */
record ServerFolder(Path memory, Path module) {
  /** Linux keeps this one in memory; the property names another one. */
  private static final String MEMORY = System.getProperty("aludel.memory", "/dev/shm");

  /** Two servers with their logs take half of a gigabyte; tests of two modules may run at once. */
  private static final long ROOM = 4L << 30;

  static ServerFolder ofThisModule() {
    return new ServerFolder(Path.of(MEMORY), ProjectFolders.module());
  }

  Path path() {
    return inMemory().orElse(module.resolve("target/test-servers"));
  }

  private Optional<Path> inMemory() {
    Path folder = memory.resolve("aludel-" + module.getFileName() + '-' + owner());
    try {
      return hasRoom() && isOurs(Files.createDirectories(folder))
          ? Optional.of(folder)
          : Optional.empty();
    } catch (IOException notForUs) {
      // A disk does as well, only slower.
      return Optional.empty();
    }
  }

  /** Tells checkouts and users apart. */
  private String owner() {
    return Integer.toHexString((System.getProperty("user.name") + ' ' + module).hashCode());
  }

  private boolean hasRoom() throws IOException {
    return Files.isWritable(memory) && Files.getFileStore(memory).getUsableSpace() >= ROOM;
  }

  /** The file system is everybody's: what stands there by this name may be another user's. */
  private static boolean isOurs(Path folder) throws IOException {
    return Files.isWritable(folder)
        && Files.getOwner(folder).getName().equals(System.getProperty("user.name"));
  }
}
