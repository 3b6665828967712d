package org.aludel.migrations.sqlite;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.aludel.engine.Engine;
import org.aludel.error.MigrationCode;
import org.aludel.error.Problem;
import org.aludel.error.RevisionException;
import org.aludel.migrations.runtime.ProgressListener;
import org.aludel.migrations.scratch.ScratchDatabase;
import org.aludel.migrations.scratch.ScratchPlace;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes files that nobody waits for: what is lost with the power is lost with the file anyway. Each
 * has a locked file beside it, which the system frees when its process ends however that ends: a
 * scratch file that nobody has locked was left by a run that died, and is deleted when the next one
 * is made.
 */
final class SqliteScratch implements ScratchPlace {
  private static final Logger LOG = LoggerFactory.getLogger("org.aludel.migrations");
  private static final String PREFIX = "aludel_scratch_";
  private static final String SUFFIX = ".db";
  private static final String OWNED = "-owned";
  private static final List<String> BESIDE =
      List.of("-journal", "-wal", "-shm", "-aludel-lock", OWNED + "-aludel-lock");

  /** Time in which a file may be without its lock. */
  private static final Duration GRACE = Duration.ofMinutes(1);

  private final Path folder;

  SqliteScratch() {
    this(Path.of(System.getProperty("java.io.tmpdir")));
  }

  /**
   * @param folder for the files
   */
  SqliteScratch(Path folder) {
    this.folder = folder;
  }

  @Override
  public Optional<String> obstacle() {
    return Optional.empty();
  }

  @Override
  public ScratchDatabase create() {
    try {
      dropLeftovers();
    } catch (RevisionException refused) {
      // Nobody's work fails for what another run left, or is just clearing away.
      LOG.warn("{}", refused.problem().message());
    }
    try {
      Path file = Files.createTempFile(folder, PREFIX, SUFFIX);
      return opened(file, owned(file));
    } catch (IOException failure) {
      throw failed("cannot make a scratch database", failure);
    }
  }

  private static ScratchDatabase opened(Path file, HeldFile owned) {
    try {
      Engine engine =
          Engine.create(
              "jdbc:sqlite:" + file,
              each ->
                  each.unpooled()
                      .property("synchronous", "OFF")
                      .property("journal_mode", "MEMORY"));
      return new ScratchDatabase(engine, file.toString(), () -> drop(file, owned));
    } catch (RuntimeException failure) {
      drop(file, owned);
      throw failure;
    }
  }

  private static HeldFile owned(Path file) {
    return HeldFile.acquire(file + OWNED, Duration.ZERO, ProgressListener.SILENT);
  }

  private static void drop(Path file, HeldFile owned) {
    try (owned) {
      Files.deleteIfExists(file);
      for (String each : BESIDE) {
        Files.deleteIfExists(Path.of(file + each));
      }
    } catch (IOException failure) {
      throw failed("cannot delete the scratch database \"" + file + "\"", failure);
    }
  }

  private static RevisionException failed(String what, Exception failure) {
    return new RevisionException(
        Problem.of(MigrationCode.SCRATCH_FAILED, what)
            .found(String.valueOf(failure))
            .expected("a folder for temporary files in which this process may write")
            .fix("-Djava.io.tmpdir=FOLDER names another one"),
        failure);
  }

  @Override
  public List<String> leftovers() {
    Instant latest = Instant.now().minus(GRACE);
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(each -> isScratch(each) && isOlder(each, latest) && isFree(each))
          .map(Path::toString)
          .sorted()
          .toList();
    } catch (IOException | UncheckedIOException failure) {
      throw failed("cannot look for scratch databases", failure);
    }
  }

  private static boolean isScratch(Path file) {
    String name = file.getFileName().toString();
    return name.startsWith(PREFIX) && name.endsWith(SUFFIX);
  }

  /** What goes meanwhile is no leftover. */
  private static boolean isOlder(Path file, Instant latest) {
    try {
      return Files.getLastModifiedTime(file).toInstant().isBefore(latest);
    } catch (NoSuchFileException gone) {
      return false;
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** Whether nobody has it: a run at work, or another user, whose files are not ours to delete. */
  private static boolean isFree(Path file) {
    try {
      if (!Files.isWritable(file)) {
        return false;
      }
      owned(file).close();
      return true;
    } catch (RevisionException held) {
      return false;
    }
  }

  @Override
  public boolean dropLeftover(String name) {
    Path file = Path.of(name);
    if (!leftovers().contains(name)) {
      return false;
    }
    drop(file, owned(file));
    return true;
  }

  @Override
  public List<String> dropLeftovers() {
    return leftovers().stream().filter(this::dropLeftover).toList();
  }
}
