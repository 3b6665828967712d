package org.aludel.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.sql.SQLException;

/**
 * One user's share in the server of a directory, from joining to leaving. The first user starts the
 * server, the last one stops it, and users that were killed do not count. Thread-safe.
 */
final class Membership implements AutoCloseable {
  private final Server server;
  private final UserSlot slot;
  private final int port;
  private final Thread exitHook = new Thread(this::leaveAtExit, "aludel-embedded-exit");
  private boolean left;

  private Membership(Server server, UserSlot slot, int port) {
    this.server = server;
    this.slot = slot;
    this.port = port;
  }

  static Membership join(Layout layout, EmbeddedPostgres.Options options) throws SQLException {
    return DirectoryLock.within(layout.lock(), () -> joinLocked(layout, options));
  }

  private static Membership joinLocked(Layout layout, EmbeddedPostgres.Options options)
      throws SQLException, IOException {
    RunAs runAs = RunAs.choose(layout);
    Archive archive = Archive.find(options.binaries(), Platform.current());
    Server server = new Server(layout, Binaries.of(archive, BinariesCache.folder(runAs)), runAs);
    server.initialize(options.durable());
    UserSlot slot = UserSlot.take(layout.users());
    try {
      int port = server.joinOrStart(options.durable(), options.settings());
      Membership membership = new Membership(server, slot, port);
      Runtime.getRuntime().addShutdownHook(membership.exitHook);
      return membership;
    } catch (SQLException | IOException | RuntimeException e) {
      slot.release();
      throw e;
    }
  }

  Server server() {
    return server;
  }

  int port() {
    return port;
  }

  /** Leaves; a second call waits for the first and does nothing. */
  @Override
  public void close() throws SQLException {
    try {
      Runtime.getRuntime().removeShutdownHook(exitHook);
    } catch (IllegalStateException e) {
      // The JVM is going down: the hook runs beside us, and one of the two finds that we have left.
      leaveOnce();
      return;
    }
    leaveOnce();
  }

  private synchronized void leaveOnce() throws SQLException {
    if (!left) {
      left = true;
      leave();
    }
  }

  private void leave() throws SQLException {
    Layout layout = server.layout();
    if (!Files.exists(layout.lock())) {
      // Somebody deleted the directory under the running server.
      releaseQuietly();
      return;
    }
    DirectoryLock.<Boolean>within(
        layout.lock(),
        () -> {
          slot.release();
          boolean last = !UserSlot.anyTaken(layout.users());
          if (last) {
            server.stop();
          }
          return last;
        });
  }

  private void releaseQuietly() throws SQLException {
    try {
      slot.release();
    } catch (IOException e) {
      throw Failure.of(EmbeddedCode.STOP_FAILED, "cannot leave \"" + server.layout().root() + "\"")
          .found(String.valueOf(e))
          .toException(e);
    }
  }

  private void leaveAtExit() {
    try {
      leaveOnce();
    } catch (SQLException e) {
      // The last words of a JVM: no logger and no caller is left to take them.
      throw new IllegalStateException(e);
    }
  }
}
