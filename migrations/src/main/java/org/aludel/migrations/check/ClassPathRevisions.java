package org.aludel.migrations.check;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.net.URLConnection;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.aludel.migrations.script.ScriptDirectory;
import org.jspecify.annotations.Nullable;

/**
 * Finds out which revisions an application carries, without ever believing a stale index.
 *
 * <p>In a jar, index and revisions were packed by one build, so the index is read and nothing else:
 * one small file for any number of revisions and jars. In a directory, such as {@code
 * target/classes}, files come and go without a build; there the revisions themselves are read, and
 * of the index only where the database notes its heads. The same where there is no index at all.
 */
public final class ClassPathRevisions {
  /** Where Spring Boot packs the classes of an application. */
  private static final String BOOT = "BOOT-INF/classes/";

  private ClassPathRevisions() {}

  /**
   * What the build wrote of a database: where it notes its heads and where its revisions lie; the
   * usual places where no build wrote anything.
   *
   * @param database one of several of the application; null where it has one
   */
  public static RevisionIndex packed(ClassLoader loader, @Nullable String database) {
    try {
      RevisionIndex index = joined(indexes(loader, database), database);
      return index.withLocations(
          index.locations().stream()
              .map(each -> loader.getResource(BOOT + each) == null ? each : BOOT + each)
              .toList());
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** The names of the application's databases, in order; none where it has one without a name. */
  static Set<String> databases(ClassLoader loader) {
    try {
      Set<String> names = new TreeSet<>();
      for (URL each : Collections.list(loader.getResources(RevisionIndex.DATABASES))) {
        text(each).lines().map(String::strip).filter(name -> !name.isEmpty()).forEach(names::add);
      }
      return names;
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** The index of a class path, empty when it carries no revisions of the database. */
  static RevisionIndex find(ClassLoader loader, @Nullable String database) {
    try {
      List<URL> indexes = indexes(loader, database);
      RevisionIndex all = joined(indexes, database);
      boolean believed =
          !indexes.isEmpty()
              && !inDirectory(indexes)
              && !inDirectory(folders(loader, all.locations()));
      return believed
          ? all
          : RevisionIndex.of(ScriptDirectory.ofClassPath(loader, all.locations()).revisions())
              .withStore(all.store())
              .withLocations(all.locations());
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static List<URL> indexes(ClassLoader loader, @Nullable String database)
      throws IOException {
    return Collections.list(loader.getResources(RevisionIndex.resource(database)));
  }

  private static RevisionIndex joined(List<URL> indexes, @Nullable String database)
      throws IOException {
    RevisionIndex all = null;
    for (URL each : indexes) {
      RevisionIndex index = RevisionIndex.parse(text(each));
      all = all == null ? index : all.and(index);
    }
    return all == null
        ? RevisionIndex.parse("").withLocations(List.of(RevisionIndex.usualLocation(database)))
        : all;
  }

  private static List<URL> folders(ClassLoader loader, List<String> locations) throws IOException {
    List<URL> folders = new ArrayList<>();
    for (String each : locations) {
      folders.addAll(Collections.list(loader.getResources(each)));
    }
    return folders;
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
