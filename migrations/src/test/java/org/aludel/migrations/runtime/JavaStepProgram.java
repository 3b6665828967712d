package org.aludel.migrations.runtime;

import java.util.List;
import java.util.Map;
import org.aludel.engine.Engine;
import org.aludel.migrations.revision.RevisionMap;
import org.aludel.migrations.step.Backfill;

/** What a JVM without Liquibase runs: a step in Java and a backfill. */
final class JavaStepProgram {
  private JavaStepProgram() {}

  public static void main(String[] arguments) {
    String slugs = StepFile.custom(FillSlugs.class, Map.of("length", "7"));
    String fill = StepFile.custom(Backfill.class, Map.of("table", "post", "set", "n = n + 1"));
    try (Engine engine = Engine.create(arguments[0], each -> each.unpooled())) {
      new MigrationRunner(
              engine,
              RevisionMap.of(
                  List.of(
                      StepFile.revision("aaaa", false, slugs, slugs),
                      StepFile.revision("bbbb", "aaaa", true, fill, ""))),
              Script.NO_NATIVE_CHANGES,
              RunnerOptions.defaults().withSteps(JavaStepProgram.class.getClassLoader()),
              ProgressListener.SILENT)
          .upgrade("head");
    }
  }
}
