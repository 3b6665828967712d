package org.aludel.embedded;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The server of one directory as one driver sees it: there while connections are open. Thread-safe.
 */
final class DirectoryServer {
  private final Path directory;
  private final Set<Connection> open = ConcurrentHashMap.newKeySet();
  private @Nullable EmbeddedPostgres server;
  private int opening;

  DirectoryServer(Path directory) {
    this.directory = directory;
  }

  Connection connect(EmbeddedUrl url, Properties properties) throws SQLException {
    EmbeddedPostgres joined = join(url.options());
    try {
      Connection raw = joined.connect(url.database(), properties);
      open.add(raw);
      return TrackedConnection.of(raw, () -> closed(raw));
    } finally {
      opened();
    }
  }

  private synchronized EmbeddedPostgres join(EmbeddedPostgres.Options options) throws SQLException {
    EmbeddedPostgres joined = server;
    if (joined == null) {
      joined = EmbeddedPostgres.start(directory, options);
      server = joined;
    }
    opening++;
    return joined;
  }

  private synchronized void opened() throws SQLException {
    opening--;
    leaveIfUnused();
  }

  private synchronized void closed(Connection raw) throws SQLException {
    open.remove(raw);
    leaveIfUnused();
  }

  private void leaveIfUnused() throws SQLException {
    // Some may have been closed behind our back, by way of a statement's connection.
    List<Connection> closed = new ArrayList<>();
    for (Connection connection : open) {
      if (connection.isClosed()) {
        closed.add(connection);
      }
    }
    open.removeAll(closed);
    EmbeddedPostgres joined = server;
    if (joined != null && opening == 0 && open.isEmpty()) {
      server = null;
      joined.close();
    }
  }
}
