package org.aludel.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An unpacked server: its folder and its version, such as {@code 18.6}. */
record Binaries(Path home, String version) {
  private static final Pattern VERSION = Pattern.compile("\\(PostgreSQL\\) (\\S+)");

  /**
   * The unpacked form of an archive; unpacks it once for each cache, safely while other processes
   * do the same: beside its place, and then moved there in one step.
   */
  static Binaries of(Archive archive, Path cache) throws SQLException {
    Path home = cache.resolve(archive.cacheName());
    try {
      if (!Files.isDirectory(home)) {
        unpack(archive, cache, home);
      }
      return new Binaries(home, readVersion(home));
    } catch (IOException e) {
      throw Failure.of(
              EmbeddedCode.EXTRACTION_FAILED, "cannot unpack the server to \"" + home + "\"")
          .found(String.valueOf(e))
          .expected("a cache that can be written, with 70 MB free")
          .fix("name another folder by -D" + BinariesCache.PROPERTY + "=FOLDER")
          .toException(e);
    }
  }

  private static void unpack(Archive archive, Path cache, Path home) throws IOException {
    Path beside = Files.createTempDirectory(cache, "unpacking");
    try {
      archive.read(bytes -> Unpacking.unpack(bytes, beside));
      Files.setPosixFilePermissions(beside, BinariesCache.READABLE);
      Files.move(beside, home, java.nio.file.StandardCopyOption.ATOMIC_MOVE);
    } catch (java.nio.file.FileSystemException e) {
      // Another process was faster: its result is as good.
      if (!Files.isDirectory(home)) {
        throw e;
      }
    } finally {
      DirectoryTree.delete(beside);
    }
  }

  private static String readVersion(Path home) throws IOException {
    Command asked =
        Command.run(home, List.of(home.resolve("bin/postgres").toString(), "--version"));
    Matcher matcher = VERSION.matcher(asked.output());
    if (!asked.succeeded() || !matcher.find()) {
      throw new IOException("postgres --version: " + asked.output());
    }
    return matcher.group(1);
  }

  Path bin() {
    return home.resolve("bin");
  }

  String program(String name) {
    return bin().resolve(name).toString();
  }

  /** The part of the version before the first dot. */
  String major() {
    return version.replaceFirst("[^0-9].*", "");
  }
}
