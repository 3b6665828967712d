package org.aludel.embedded;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** The exclusive lock under which a server is started, joined, left and stopped. */
final class DirectoryLock {
  /** Longer than a start with recovery plus a stop, so that only a hanging holder is reported. */
  private static final Duration PATIENCE = Duration.ofMinutes(3);

  private DirectoryLock() {}

  /** What is done under the lock. */
  @FunctionalInterface
  interface Action<T extends @Nullable Object> {
    T run() throws SQLException, IOException;
  }

  /**
   * Runs the action while no other thread or process is in an action of the same file.
   *
   * <p>The kernel's lock belongs to the process and goes with the first closed channel of the file,
   * so threads of one process are kept apart first. They may come from several class loaders (Maven
   * plugins), and an interned string is the object that those share.
   */
  static <T extends @Nullable Object> T within(Path file, Action<T> action) throws SQLException {
    synchronized (("org.aludel.embedded:" + file).intern()) {
      try (FileChannel channel =
          FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
        FileLock lock = acquire(channel, file);
        try {
          return action.run();
        } finally {
          lock.release();
        }
      } catch (IOException e) {
        throw Failure.of(EmbeddedCode.INVALID_DIRECTORY, "cannot use directory \"" + file + "\"")
            .found(String.valueOf(e))
            .toException(e);
      }
    }
  }

  private static FileLock acquire(FileChannel channel, Path file) throws IOException, SQLException {
    Deadline deadline = Deadline.after(PATIENCE);
    do {
      FileLock lock = tryLock(channel);
      if (lock != null) {
        return lock;
      }
    } while (deadline.pause());
    throw Failure.of(EmbeddedCode.LOCK_TIMEOUT, "cannot lock \"" + file + "\"")
        .found("another process has held it for " + PATIENCE.toMinutes() + " minutes")
        .expected("a start or stop of a server to take seconds")
        .fix("end the process that hangs: fuser " + file)
        .toException();
  }

  private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException e) {
      return null;
    }
  }
}
