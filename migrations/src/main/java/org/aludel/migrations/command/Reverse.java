package org.aludel.migrations.command;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.aludel.error.MigrationCode;
import org.aludel.error.Problem;
import org.aludel.error.RevisionException;
import org.aludel.migrations.reverse.Reversal;
import org.aludel.migrations.reverse.ReverseFiles;
import org.aludel.migrations.runtime.RunDialect;
import org.aludel.schema.MetaData;

/** Writes classes and SQL files of the live database. */
final class Reverse {
  private final Workbench bench;

  Reverse(Workbench bench) {
    this.bench = bench;
  }

  ReverseResult run(ReverseRequest request) {
    RunDialect.of(bench.engine().dialect()).require(RunDialect.Feature.REVERSE);
    History history = History.of(bench);
    MetaData live = new Schemas(bench, history.revisions()).liveIn(bench.schemas());
    Reversal reversal = new Reversal(bench.engine().dialect(), ComparisonRules.neutral(bench));
    ReverseFiles files = reversal.of(live, request.rules());
    SortedMap<Path, String> all = new TreeMap<>();
    files.classes().forEach((path, text) -> all.put(request.sources().resolve(path), text));
    Path objects = bench.settings().model().objects();
    files.objects().forEach((path, text) -> all.put(objects.resolve(path), text));
    List<Path> written = new ArrayList<>();
    List<Path> differing = new ArrayList<>();
    all.forEach(
        (path, text) -> {
          if (!Files.exists(path)) {
            written.add(path);
          } else if (!read(path).equals(text)) {
            differing.add(path);
          }
        });
    List<Path> replaced = request.overwrite() ? differing : List.of();
    if (!request.dryRun()) {
      Stream.of(written, replaced)
          .flatMap(List::stream)
          .forEach(path -> write(path, String.valueOf(all.get(path))));
    }
    return new ReverseResult(
        written, replaced, request.overwrite() ? List.of() : differing, files.notMapped());
  }

  private static String read(Path path) {
    try {
      return Files.readString(path, StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw notWritable(path, unreadable);
    }
  }

  private static void write(Path path, String text) {
    try {
      Files.createDirectories(path.toAbsolutePath().getParent());
      Files.writeString(path, text, StandardCharsets.UTF_8);
    } catch (IOException unwritable) {
      throw notWritable(path, unwritable);
    }
  }

  private static RevisionException notWritable(Path path, IOException cause) {
    return new RevisionException(
        Problem.of(MigrationCode.NOT_WRITABLE, "cannot write \"" + path + "\"")
            .found(String.valueOf(cause))
            .expected("a text file in UTF-8, or a place where one can be made")
            .fix("choose another folder with -Dorm.into"),
        cause);
  }
}
