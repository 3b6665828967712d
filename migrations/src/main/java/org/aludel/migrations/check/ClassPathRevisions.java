package org.aludel.migrations.check;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.net.URLConnection;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import org.aludel.migrations.revision.RevisionMap;
import org.aludel.migrations.runtime.VersionStore;
import org.aludel.migrations.script.ScriptDirectory;

/**
 * Finds out which revisions an application carries, without ever believing a stale index.
 *
 * <p>In a jar, index and revisions were packed by one build, so the index is read and nothing else:
 * one small file for any number of revisions and jars. In a directory, such as {@code
 * target/classes}, files come and go without a build; there the revisions themselves are read, and
 * of the index only where the database notes its heads. The same where there is no index at all.
 */
public final class ClassPathRevisions {
  private ClassPathRevisions() {}

  /** Where the databases of an application note their heads, by the index that its build wrote. */
  public static VersionStore store(ClassLoader loader) {
    try {
      return indexed(Collections.list(loader.getResources(RevisionIndex.RESOURCE))).store();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** The index of a class path, empty when it carries no revisions. */
  static RevisionIndex find(ClassLoader loader) {
    try {
      List<URL> indexes = Collections.list(loader.getResources(RevisionIndex.RESOURCE));
      RevisionIndex all = indexed(indexes);
      if (indexes.isEmpty() || inDirectory(indexes) || inDirectory(folders(loader))) {
        RevisionMap revisions =
            ScriptDirectory.ofClassPath(loader, ScriptDirectory.CLASS_PATH_LOCATION).revisions();
        return RevisionIndex.of(revisions).withStore(all.store());
      }
      return all;
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static RevisionIndex indexed(List<URL> indexes) throws IOException {
    RevisionIndex all = RevisionIndex.parse("");
    for (URL index : indexes) {
      all = all.and(RevisionIndex.parse(text(index)));
    }
    return all;
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
