package org.aludel.embedded;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.HashSet;
import java.util.Set;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/** Writes a tar.xz stream below a directory. */
final class Unpacking {
  private static final int OWNER_EXECUTE = 0100;
  private final Path target;

  private Unpacking(Path target) {
    this.target = target;
  }

  static void unpack(InputStream compressed, Path target) throws IOException {
    Unpacking unpacking = new Unpacking(target);
    try (TarArchiveInputStream tar =
        new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(compressed)))) {
      for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        unpacking.write(tar, entry);
      }
    }
  }

  private void write(TarArchiveInputStream tar, TarArchiveEntry entry) throws IOException {
    Path path = inside(target.resolve(entry.getName()));
    if (entry.isDirectory()) {
      Files.createDirectories(path);
      return;
    }
    Files.createDirectories(path.resolveSibling("."));
    if (entry.isSymbolicLink()) {
      inside(path.resolveSibling(entry.getLinkName()));
      Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
    } else if (entry.isLink()) {
      Files.createLink(path, inside(target.resolve(entry.getLinkName())));
    } else {
      Files.copy(tar, path);
      setPermissions(path, (entry.getMode() & OWNER_EXECUTE) != 0);
    }
  }

  /** A path of the archive may not lead out of the target, whoever made the jar. */
  private Path inside(Path path) throws IOException {
    Path normal = path.normalize();
    if (!normal.startsWith(target.normalize())) {
      throw new IOException("an entry leads out of the archive: " + path);
    }
    return normal;
  }

  /** Readable by all, since root runs the server as somebody else. */
  private static void setPermissions(Path path, boolean executable) throws IOException {
    Set<PosixFilePermission> permissions =
        new HashSet<>(
            Set.of(
                PosixFilePermission.OWNER_READ,
                PosixFilePermission.OWNER_WRITE,
                PosixFilePermission.GROUP_READ,
                PosixFilePermission.OTHERS_READ));
    if (executable) {
      permissions.add(PosixFilePermission.OWNER_EXECUTE);
      permissions.add(PosixFilePermission.GROUP_EXECUTE);
      permissions.add(PosixFilePermission.OTHERS_EXECUTE);
    }
    Files.setPosixFilePermissions(path, permissions);
  }
}
