package org.aludel.embedded;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.UUID;

/**
 * One user's place at a shared server: a file that its process keeps locked. The kernel takes the
 * lock back when the process dies, however it dies, so counting the locked files counts the users.
 * All methods are called under the {@link DirectoryLock}.
 */
final class UserSlot {
  private final Path file;
  private final FileChannel channel;

  private UserSlot(Path file, FileChannel channel) {
    this.file = file;
    this.channel = channel;
  }

  static UserSlot take(Path directory) throws IOException {
    Files.createDirectories(directory);
    Path file = directory.resolve(processPrefix() + UUID.randomUUID());
    FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    if (channel.tryLock() == null) {
      throw new IOException("cannot lock the new file " + file);
    }
    return new UserSlot(file, channel);
  }

  void release() throws IOException {
    Files.deleteIfExists(file);
    channel.close();
  }

  /** Whether anybody has a slot; removes the slots of dead processes. */
  static boolean anyTaken(Path directory) throws IOException {
    if (!Files.isDirectory(directory)) {
      return false;
    }
    boolean taken = false;
    try (DirectoryStream<Path> slots = Files.newDirectoryStream(directory)) {
      for (Path slot : slots) {
        taken |= isTaken(slot);
      }
    }
    return taken;
  }

  private static boolean isTaken(Path slot) throws IOException {
    // Opening and closing a file of our own process would drop the lock that it holds.
    if (String.valueOf(slot.getFileName()).startsWith(processPrefix())) {
      return true;
    }
    try (FileChannel channel = FileChannel.open(slot, StandardOpenOption.WRITE);
        FileLock lock = channel.tryLock()) {
      if (lock == null) {
        return true;
      }
      Files.delete(slot);
      return false;
    } catch (NoSuchFileException e) {
      return false;
    } catch (OverlappingFileLockException e) {
      return true;
    }
  }

  /** A process id comes again, the pair with the moment of its start does not. */
  private static String processPrefix() {
    ProcessHandle self = ProcessHandle.current();
    long started = self.info().startInstant().map(Instant::toEpochMilli).orElse(0L);
    return self.pid() + "-" + started + "-";
  }
}
