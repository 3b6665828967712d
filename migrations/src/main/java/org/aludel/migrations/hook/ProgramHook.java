package org.aludel.migrations.hook;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.aludel.error.MigrationCode;
import org.aludel.error.Problem;
import org.aludel.error.RevisionException;
import org.aludel.migrations.config.HookSetting;
import org.aludel.migrations.extension.AfterWriteHook;
import org.aludel.migrations.extension.Extensions;
import org.aludel.migrations.revision.Revision;
import org.jspecify.annotations.Nullable;

/** Runs a program on each new revision file, such as a formatter or {@code git add}. */
public final class ProgramHook implements AfterWriteHook {
  private static final int SHOWN_LINES = 20;
  private final HookSetting setting;

  /** A hook as the settings say. */
  public ProgramHook(HookSetting setting) {
    this.setting = setting;
  }

  /** The extensions with the programs of the settings behind them. */
  public static Extensions added(Extensions extensions, List<HookSetting> settings) {
    Extensions all = extensions;
    for (HookSetting each : settings) {
      all = all.afterWrite(new ProgramHook(each));
    }
    return all;
  }

  /**
   * Runs the program and waits for it.
   *
   * @throws RevisionException HOOK_FAILED when it cannot be started, takes too long or ends with
   *     another status than 0; the file stays as the program left it
   */
  @Override
  public void written(Path file, Revision revision) {
    Path output = null;
    try {
      output = Files.createTempFile("aludel-hook", ".txt");
      run(file, revision, output);
    } catch (IOException failure) {
      throw failed(file, "it cannot be run: " + failure.getMessage(), failure);
    } finally {
      delete(output);
    }
  }

  private void run(Path file, Revision revision, Path output) throws IOException {
    Process process =
        new ProcessBuilder(command(file, revision))
            .directory(setting.directory().toFile())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    // A program that asks a question must not wait for somebody who is not there.
    process.getOutputStream().close();
    if (!ended(process)) {
      end(process);
      throw failed(
          file, "it was ended after " + setting.timeout().toSeconds() + " s" + told(output), null);
    }
    if (process.exitValue() != 0) {
      throw failed(file, "it ended with status " + process.exitValue() + told(output), null);
    }
  }

  private List<String> command(Path file, Revision revision) {
    return setting.command().stream()
        .map(
            each ->
                each.replace("{file}", file.toAbsolutePath().toString())
                    .replace("{revision}", revision.id()))
        .toList();
  }

  private boolean ended(Process process) {
    try {
      return process.waitFor(setting.timeout().toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** What the program started goes with it, or would hold its files. */
  private static void end(Process process) {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
  }

  private static String told(Path output) throws IOException {
    String text = new String(Files.readAllBytes(output), StandardCharsets.UTF_8).strip();
    List<String> lines = text.lines().toList();
    int from = Math.max(0, lines.size() - SHOWN_LINES);
    return text.isEmpty() ? "" : "\n" + String.join("\n", lines.subList(from, lines.size()));
  }

  private RevisionException failed(Path file, String found, @Nullable Exception cause) {
    return new RevisionException(
        Problem.of(
                MigrationCode.HOOK_FAILED,
                "cannot run the hook \"" + setting.name() + "\" on \"" + file + "\"")
            .found(setting.command().get(0) + ": " + found)
            .expected("a program that ends with status 0; the file is written and stays")
            .fix("correct \"hooks\" in aludel.yaml, and run the program on the file by hand"),
        cause);
  }

  private static void delete(@Nullable Path output) {
    if (output != null) {
      output.toFile().delete();
    }
  }
}
