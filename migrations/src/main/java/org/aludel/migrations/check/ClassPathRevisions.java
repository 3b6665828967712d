package org.aludel.migrations.check;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.net.URLConnection;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import org.aludel.migrations.script.ScriptDirectory;

/**
 * Finds out which revisions an application carries, without ever believing a stale index.
 *
 * <p>In a jar, index and revisions were packed by one build, so the index is read and nothing else:
 * one small file for any number of revisions and jars. In a directory, such as {@code
 * target/classes}, files come and go without a build; there the revisions themselves are read. The
 * same where there is no index at all.
 */
final class ClassPathRevisions {
  private ClassPathRevisions() {}

  /** The index of a class path, empty when it carries no revisions. */
  static RevisionIndex find(ClassLoader loader) {
    try {
      List<URL> indexes = Collections.list(loader.getResources(RevisionIndex.RESOURCE));
      if (indexes.isEmpty() || inDirectory(indexes) || inDirectory(folders(loader))) {
        return RevisionIndex.of(
            ScriptDirectory.ofClassPath(loader, ScriptDirectory.CLASS_PATH_LOCATION).revisions());
      }
      RevisionIndex all = RevisionIndex.parse("");
      for (URL index : indexes) {
        all = all.and(RevisionIndex.parse(text(index)));
      }
      return all;
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static List<URL> folders(ClassLoader loader) throws IOException {
    return Collections.list(loader.getResources(ScriptDirectory.CLASS_PATH_LOCATION));
  }

  private static boolean inDirectory(List<URL> urls) {
    return urls.stream().anyMatch(url -> url.getProtocol().equals("file"));
  }

  private static String text(URL url) throws IOException {
    URLConnection connection = url.openConnection();
    connection.setUseCaches(false); // a cached jar would stay open, and could not be replaced
    try (InputStream stream = connection.getInputStream()) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
