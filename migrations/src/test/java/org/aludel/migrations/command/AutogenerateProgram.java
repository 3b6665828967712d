package org.aludel.migrations.command;

import java.nio.file.Path;
import java.util.Map;
import org.aludel.engine.Engine;
import org.aludel.migrations.config.SettingsLoader;

/** An autogenerate in a process of its own, with its own ids, time and seed of hash tables. */
final class AutogenerateProgram {
  private AutogenerateProgram() {}

  /**
   * @param arguments a URL, the directory of a project, and a file of SQL that is the model
   */
  public static void main(String[] arguments) {
    Map<String, String> properties =
        Map.of(
            "orm.model", "sql:" + arguments[2],
            "orm.drops", "allow",
            "orm.unmanaged", "include");
    try (Engine engine = Engine.create(arguments[0], options -> options.unpooled())) {
      Migrations.of(engine, SettingsLoader.load(Path.of(arguments[1]), Map.of(), properties))
          .autogenerate("the same");
    }
  }
}
