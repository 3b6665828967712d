package org.aludel.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Where unpacked servers are kept, for each user of the machine. */
final class BinariesCache {
  static final String PROPERTY = "aludel.embedded.cache";
  static final Set<PosixFilePermission> READABLE = PosixFilePermissions.fromString("rwxr-xr-x");

  private BinariesCache() {}

  /**
   * The folder: the system property's, else the user's cache, else one of the user's own under the
   * temporary directory (no home, or a home that the server's account may not enter).
   */
  static Path folder(RunAs runAs) throws SQLException {
    String property = System.getProperty(PROPERTY);
    Path temporary =
        Path.of(System.getProperty("java.io.tmpdir", "/tmp"))
            .resolve("aludel-" + System.getProperty("user.name", "user"));
    try {
      if (property != null && !property.isBlank()) {
        return Files.createDirectories(Path.of(property).toAbsolutePath());
      }
      Path own = ownCache();
      if (own != null && (!runAs.changesOwner() || enterableByAll(own))) {
        return own;
      }
      return privateFolder(temporary);
    } catch (IOException e) {
      throw Failure.of(EmbeddedCode.EXTRACTION_FAILED, "cannot make a cache for the binaries")
          .found(String.valueOf(e))
          .fix("name a folder that can be written by -D" + PROPERTY + "=FOLDER")
          .toException(e);
    }
  }

  private static @Nullable Path ownCache() {
    String home = System.getProperty("user.home", "");
    String configured = System.getenv("XDG_CACHE_HOME");
    Path base =
        configured != null && configured.startsWith("/")
            ? Path.of(configured)
            : Path.of(
                home,
                "Mac OS X".equals(System.getProperty("os.name")) ? "Library/Caches" : ".cache");
    if (!base.isAbsolute()) {
      return null;
    }
    try {
      Path folder = Files.createDirectories(base.resolve("aludel/postgresql"));
      return Files.isWritable(folder) ? folder : null;
    } catch (IOException e) {
      return null;
    }
  }

  private static boolean enterableByAll(Path folder) throws IOException {
    for (Path part = folder.toRealPath(); part != null; part = part.getParent()) {
      if (!Files.getPosixFilePermissions(part).contains(PosixFilePermission.OTHERS_EXECUTE)) {
        return false;
      }
    }
    return true;
  }

  /** Programs are run from here, so a folder that somebody else prepared is refused. */
  private static Path privateFolder(Path folder) throws IOException {
    if (!Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
      Files.createDirectory(folder, PosixFilePermissions.asFileAttribute(READABLE));
    }
    Object owner = Files.getAttribute(folder, "unix:uid", LinkOption.NOFOLLOW_LINKS);
    if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)
        || !owner.equals(RunAs.ownUid())
        || Files.getPosixFilePermissions(folder).contains(PosixFilePermission.OTHERS_WRITE)
        || Files.getPosixFilePermissions(folder).contains(PosixFilePermission.GROUP_WRITE)) {
      throw new IOException("\"" + folder + "\" belongs to somebody else");
    }
    return folder;
  }
}
