package org.aludel.migrations.runtime;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.aludel.engine.Engine;
import org.aludel.error.RevisionException;
import org.aludel.migrations.revision.Change;
import org.aludel.migrations.revision.ChangeSet;
import org.aludel.migrations.revision.Revision;
import org.aludel.migrations.revision.RevisionMap;
import org.aludel.migrations.revision.Value;

/** What a JVM without Liquibase runs: a revision with a change that only Liquibase knows. */
final class ForeignChangeProgram {
  private ForeignChangeProgram() {}

  public static void main(String[] arguments) throws IOException {
    Change change = Change.of("tagDatabase", Map.of("tag", Value.of("x")));
    Revision revision =
        Revision.of("aaaa", List.of(), "", Instant.EPOCH)
            .withChangeSets(
                List.of(
                    ChangeSet.of(
                        "aaaa-1",
                        "",
                        List.of(Change.sql("CREATE TABLE a ()"), change),
                        List.of())));
    try (Engine engine = Engine.create(arguments[0], each -> each.unpooled());
        FileOutputStream out = new FileOutputStream(FileDescriptor.out)) {
      out.write(attempt(engine, revision).getBytes(StandardCharsets.UTF_8));
    }
  }

  private static String attempt(Engine engine, Revision revision) {
    try {
      new MigrationRunner(
              engine,
              RevisionMap.of(List.of(revision)),
              Script.NO_NATIVE_CHANGES,
              RunnerOptions.defaults(),
              ProgressListener.SILENT)
          .upgrade("head");
      return "upgraded";
    } catch (RevisionException e) {
      return String.valueOf(e.getMessage());
    }
  }
}
