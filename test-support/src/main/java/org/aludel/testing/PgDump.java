package org.aludel.testing;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** An installed {@code pg_dump}. It reads servers of its own major version and older. */
record PgDump(Path program, int majorVersion) {
  private static final Pattern VERSION = Pattern.compile("\\(PostgreSQL\\) (\\d+)");
  private static final Path DEBIAN = Path.of("/usr/lib/postgresql");

  /** The newest one of the places where packages put it and of the PATH. */
  static Optional<PgDump> find() {
    return Optional.ofNullable(Found.PROGRAM);
  }

  /** Asked for once: each program is run to learn its version. */
  private static final class Found {
    private static final @Nullable PgDump PROGRAM = search().orElse(null);
  }

  /** Of equal ones the first: on the PATH of Debian stands a script that looks for the program. */
  private static Optional<PgDump> search() {
    List<Path> folders = new ArrayList<>();
    if (Files.isDirectory(DEBIAN)) {
      try (DirectoryStream<Path> versions = Files.newDirectoryStream(DEBIAN)) {
        versions.forEach(version -> folders.add(version.resolve("bin")));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    for (String part : System.getenv().getOrDefault("PATH", "").split(File.pathSeparator, -1)) {
      folders.add(Path.of(part));
    }
    PgDump newest = null;
    for (Path folder : folders) {
      Path program = folder.resolve("pg_dump");
      PgDump found = Files.isExecutable(program) ? ofProgram(program).orElse(null) : null;
      if (found != null && (newest == null || found.majorVersion() > newest.majorVersion())) {
        newest = found;
      }
    }
    return Optional.ofNullable(newest);
  }

  private static Optional<PgDump> ofProgram(Path program) {
    Matcher matcher = VERSION.matcher(run(List.of(program.toString(), "--version"), Map.of()));
    return matcher.find()
        ? Optional.of(new PgDump(program, Integer.parseInt(matcher.group(1))))
        : Optional.empty();
  }

  /** The schema of a database as pg_dump prints it, with more arguments. */
  String schemaOf(TestDatabase database, List<String> more) {
    List<String> words = new ArrayList<>(words(database));
    words.add("--no-owner");
    words.add("--encoding=UTF8");
    words.addAll(more);
    return run(words, Map.of("PGPASSWORD", database.password()));
  }

  private List<String> words(TestDatabase database) {
    return List.of(
        program.toString(),
        "--schema-only",
        "--host=" + database.host(),
        "--port=" + database.port(),
        "--username=" + database.user(),
        "--dbname=" + database.name());
  }

  /** Runs it for its time and memory alone. */
  DumpCost costOf(TestDatabase database) {
    ProcessBuilder builder =
        new ProcessBuilder(words(database))
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(ProcessBuilder.Redirect.DISCARD);
    builder.environment().keySet().removeIf(name -> name.startsWith("PG"));
    builder.environment().put("PGPASSWORD", database.password());
    try {
      long start = System.nanoTime();
      Process process = builder.start();
      long resident = 0;
      while (!process.waitFor(5, TimeUnit.MILLISECONDS)) {
        resident = Math.max(resident, residentBytes(process.pid()));
      }
      double seconds = (System.nanoTime() - start) / 1e9;
      if (process.exitValue() != 0) {
        throw new IllegalStateException(program + " ended with " + process.exitValue());
      }
      return new DumpCost(seconds, resident);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted in " + program, e);
    }
  }

  /** The high-water mark, which Linux tells of a process that runs. */
  private static long residentBytes(long process) throws IOException {
    Path status = Path.of("/proc", String.valueOf(process), "status");
    if (!Files.isReadable(status)) {
      return 0;
    }
    try {
      for (String line : Files.readAllLines(status)) {
        if (line.startsWith("VmHWM:")) {
          return Long.parseLong(line.replaceAll("\\D", "")) * 1024;
        }
      }
    } catch (IOException e) {
      // It ended between the question and the answer.
      if (Files.exists(status)) {
        throw e;
      }
    }
    return 0;
  }

  private static String run(List<String> words, Map<String, String> environment) {
    try {
      Path errors = Files.createTempFile("pg_dump", ".err");
      try {
        ProcessBuilder builder = new ProcessBuilder(words).redirectError(errors.toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("PG"));
        builder.environment().putAll(environment);
        Process process = builder.start();
        process.getOutputStream().close();
        byte[] output = process.getInputStream().readAllBytes();
        if (process.waitFor() != 0) {
          throw new IllegalStateException(
              String.join(" ", words) + "\n" + Files.readString(errors, StandardCharsets.UTF_8));
        }
        return new String(output, StandardCharsets.UTF_8);
      } finally {
        Files.deleteIfExists(errors);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted in " + words.get(0), e);
    }
  }
}
