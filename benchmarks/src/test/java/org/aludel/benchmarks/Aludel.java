package org.aludel.benchmarks;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.aludel.engine.Engine;
import org.aludel.migrations.command.Migrations;
import org.aludel.migrations.config.SettingsLoader;
import org.aludel.migrations.revision.Change;
import org.aludel.migrations.revision.ChangeSet;
import org.aludel.migrations.revision.Revision;
import org.aludel.migrations.script.ScriptDirectory;

/** Our runner over revision files, as a program calls it at its start. */
final class Aludel implements Contender {
  private static final Instant START = Instant.parse("2026-11-22T09:00:00Z");

  @Override
  public void write(Path directory, int count) {
    ScriptDirectory scripts = ScriptDirectory.of(directory);
    for (int number = 1; number <= count; number++) {
      scripts.write(revision(number), List.of());
    }
  }

  private static Revision revision(int number) {
    List<String> down = number == 1 ? List.of() : List.of(id(number - 1));
    ChangeSet step =
        ChangeSet.of(
            id(number) + "-1",
            "table " + number,
            List.of(Change.sql(Contender.sql(number))),
            List.of(Change.sql("DROP TABLE m" + number)));
    return Revision.of(id(number), down, "table " + number, START.plusSeconds(60L * number))
        .withChangeSets(List.of(step));
  }

  private static String id(int number) {
    return "rev%04d".formatted(number);
  }

  @Override
  public void migrate(String url, Path directory) {
    try (Engine engine = Engine.create(url, each -> each.unpooled())) {
      Map<String, String> given = Map.of("orm.directory", directory.toString());
      Migrations.of(engine, SettingsLoader.load(directory, Map.of(), given)).upgrade();
    }
  }
}
