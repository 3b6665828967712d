package org.aludel.migrations.sqlite;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.aludel.error.MigrationCode;
import org.aludel.error.Problem;
import org.aludel.error.RevisionException;
import org.aludel.migrations.runtime.LockWait;
import org.aludel.migrations.runtime.ProgressListener;
import org.jspecify.annotations.Nullable;

/**
 * A locked file beside a database, which says who has it. The operating system gives it back when
 * the process ends, however that ends. The file stays: whoever deleted it would take it from those
 * who wait for it.
 */
final class HeldFile implements AutoCloseable {
  private static final String SUFFIX = "-aludel-lock";
  private static final int LONGEST_NOTE = 200;

  /**
   * The runs of this process that have or await a file, by its path. A system may take the locks of
   * a file from a process as soon as one of its channels to it is closed, whoever opened that: so
   * who is not at turn here must not even open it. Static, as the locks are the process's.
   */
  private static final ConcurrentMap<Path, String> HERE = new ConcurrentHashMap<>();

  private final Path path;
  private final FileChannel channel;
  private final FileLock lock;

  private HeldFile(Path path, FileChannel channel, FileLock lock) {
    this.path = path;
    this.channel = channel;
    this.lock = lock;
  }

  /**
   * Waits for it.
   *
   * @param database the path of the database file
   * @throws RevisionException LOCKED when another run holds it for longer than the timeout
   */
  static HeldFile acquire(String database, Duration timeout, ProgressListener listener) {
    Path path = Path.of(database + SUFFIX).toAbsolutePath().normalize();
    LockWait wait = new LockWait(timeout, listener);
    String note = note();
    for (String other = HERE.putIfAbsent(path, note);
        other != null;
        other = HERE.putIfAbsent(path, note)) {
      String first = other;
      wait.pause(() -> first);
    }
    FileChannel channel = null;
    try {
      channel =
          FileChannel.open(
              path, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
      return new HeldFile(path, channel, awaited(channel, note, wait));
    } catch (IOException failure) {
      RevisionException refused = unusable(path, failure);
      closeAfter(channel, refused);
      HERE.remove(path);
      throw refused;
    } catch (RuntimeException refused) {
      closeAfter(channel, refused);
      HERE.remove(path);
      throw refused;
    }
  }

  private static String note() {
    return "process "
        + ProcessHandle.current().pid()
        + " since "
        + Instant.now().truncatedTo(ChronoUnit.SECONDS);
  }

  private static FileLock awaited(FileChannel channel, String note, LockWait wait)
      throws IOException {
    FileLock lock = tried(channel);
    while (lock == null) {
      String holder = holder(channel);
      wait.pause(() -> holder);
      lock = tried(channel);
    }
    channel.truncate(0);
    channel.write(ByteBuffer.wrap(note.getBytes(StandardCharsets.UTF_8)), 0);
    return lock;
  }

  /** Null while another process has it, or this one by another class loader. */
  private static @Nullable FileLock tried(FileChannel channel) throws IOException {
    try {
      // Far behind what is written, since where locks forbid reading nobody could read who has it.
      return channel.tryLock(Long.MAX_VALUE - 1, 1, false);
    } catch (OverlappingFileLockException held) {
      return null;
    }
  }

  private static String holder(FileChannel channel) throws IOException {
    ByteBuffer note = ByteBuffer.allocate(LONGEST_NOTE);
    channel.read(note, 0);
    String text = new String(note.array(), 0, note.position(), StandardCharsets.UTF_8);
    return text.isEmpty() ? "another process" : text;
  }

  boolean isHeld() {
    return lock.isValid();
  }

  @Override
  public void close() {
    try {
      channel.truncate(0);
      channel.close();
    } catch (IOException failure) {
      throw new RevisionException(
          Problem.of(MigrationCode.LOCKED, "cannot give back the lock of this run")
              .found(String.valueOf(failure))
              .expected("a file that can be closed")
              .fix("end this process: the lock goes with it"),
          failure);
    } finally {
      HERE.remove(path);
    }
  }

  private static void closeAfter(@Nullable FileChannel channel, RuntimeException refused) {
    try {
      if (channel != null) {
        channel.close();
      }
    } catch (IOException second) {
      refused.addSuppressed(second);
    }
  }

  private static RevisionException unusable(Path path, IOException failure) {
    return new RevisionException(
        Problem.of(MigrationCode.LOCKED, "cannot lock the file \"" + path + "\"")
            .found(String.valueOf(failure))
            .expected("a folder in which this process may write, as SQLite itself needs it")
            .fix("make the folder of the database writable"),
        failure);
  }
}
