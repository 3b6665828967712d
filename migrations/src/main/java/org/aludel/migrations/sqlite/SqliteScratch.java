package org.aludel.migrations.sqlite;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.aludel.engine.Engine;
import org.aludel.error.MigrationCode;
import org.aludel.error.Problem;
import org.aludel.error.RevisionException;
import org.aludel.migrations.scratch.ScratchDatabase;
import org.aludel.migrations.scratch.ScratchPlace;

/**
 * Makes files that nobody waits for: what is lost with the power is lost with the file anyway. One
 * that a dead process left stays in the folder for temporary files, which the system empties.
 */
final class SqliteScratch implements ScratchPlace {
  private static final List<String> BESIDE = List.of("-journal", "-wal", "-shm", "-aludel-lock");

  @Override
  public Optional<String> obstacle() {
    return Optional.empty();
  }

  @Override
  public ScratchDatabase create() {
    try {
      Path file = Files.createTempFile("aludel_scratch_", ".db");
      Engine engine =
          Engine.create(
              "jdbc:sqlite:" + file,
              each ->
                  each.unpooled()
                      .property("synchronous", "OFF")
                      .property("journal_mode", "MEMORY"));
      return new ScratchDatabase(engine, file.toString(), () -> drop(file));
    } catch (IOException failure) {
      throw failed("cannot make a scratch database", failure);
    }
  }

  private static void drop(Path file) {
    try {
      Files.deleteIfExists(file);
      for (String each : BESIDE) {
        Files.deleteIfExists(Path.of(file + each));
      }
    } catch (IOException failure) {
      throw failed("cannot delete the scratch database \"" + file + "\"", failure);
    }
  }

  private static RevisionException failed(String what, IOException failure) {
    return new RevisionException(
        Problem.of(MigrationCode.SCRATCH_FAILED, what)
            .found(String.valueOf(failure))
            .expected("a folder for temporary files in which this process may write")
            .fix("-Djava.io.tmpdir=FOLDER names another one"),
        failure);
  }

  @Override
  public List<String> leftovers() {
    return List.of();
  }

  @Override
  public boolean dropLeftover(String name) {
    return false;
  }

  @Override
  public List<String> dropLeftovers() {
    return List.of();
  }
}
