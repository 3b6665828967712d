package org.aludel.migrations.standalone;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.aludel.engine.DatabaseUrl;
import org.aludel.engine.Engine;
import org.aludel.error.AludelException;
import org.aludel.error.MigrationCode;
import org.aludel.error.Problem;
import org.aludel.error.RevisionException;
import org.aludel.error.UsageException;
import org.aludel.migrations.command.CurrentResult;
import org.aludel.migrations.command.Migrations;
import org.aludel.migrations.command.RevisionLine;
import org.aludel.migrations.config.Settings;
import org.aludel.migrations.config.SettingsLoader;
import org.aludel.migrations.runtime.RunResult;
import org.jspecify.annotations.Nullable;

/**
 * Runs revisions without Maven, those of a class path or of an application's jar:
 *
 * <pre>{@code
 * ALUDEL_URL=postgresql://db/shop ALUDEL_PASSWORD=… \
 *   java -cp "app.jar:lib/*" org.aludel.migrations.standalone.Main upgrade
 * }</pre>
 *
 * Settings come from {@code aludel.yaml} in the working directory, the environment and options, the
 * last being the strongest. Ends with a number of {@link ExitCode}.
 */
public final class Main {
  private final Map<String, String> environment;
  private final PrintStream out;

  private Main(Map<String, String> environment, PrintStream out) {
    this.environment = environment;
    this.out = out;
  }

  /** Ends the process. */
  public static void main(String[] arguments) {
    PrintStream terminal =
        new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
    System.exit(run(System.getenv(), Path.of(""), terminal, arguments).number());
  }

  /**
   * The same without ending the process.
   *
   * @param base the directory that may hold {@code aludel.yaml}
   * @param out gets results and failures alike, one line each
   */
  public static ExitCode run(
      Map<String, String> environment, Path base, PrintStream out, String... arguments) {
    try {
      CommandLine line = CommandLine.of(arguments);
      if (line.command() == Subcommand.HELP) {
        Subcommand topic = line.topic();
        out.println(topic == null ? HelpPage.overview() : HelpPage.of(topic));
        return ExitCode.DONE;
      }
      new Main(environment, out).run(line, base);
      return ExitCode.DONE;
    } catch (AludelException failure) {
      out.println(failure.getMessage());
      return ExitCode.of(failure);
    }
  }

  private void run(CommandLine line, Path base) {
    Map<String, String> properties = new LinkedHashMap<>();
    for (Option each : List.of(Option.URL, Option.USER, Option.PROFILE, Option.LOSSY)) {
      String value = line.option(each);
      if (value != null) {
        properties.put("orm." + each.name().toLowerCase(Locale.ROOT), value);
      }
    }
    String database = line.option(Option.DATABASE);
    if (database != null && Files.exists(base.resolve(SettingsLoader.FILE))) {
      properties.put("orm.database", database);
    }
    Settings settings = SettingsLoader.load(base, environment, properties);
    try (Engine engine = engine(settings, needsDatabase(line));
        URLClassLoader loader = loader(line.option(Option.JAR))) {
      String named = settings.database() == null ? database : settings.database();
      Migrations migrations = Migrations.of(engine, settings).packedIn(loader, named);
      run(line, needsDatabase(line) ? migrations : migrations.withoutDatabase());
    } catch (IOException notClosed) {
      throw new UncheckedIOException(notClosed);
    }
  }

  private void run(CommandLine line, Migrations migrations) {
    switch (line.command()) {
      case UPGRADE -> upgrade(line, migrations);
      case DOWNGRADE -> ran(migrations.downgrade(target(line)));
      case CURRENT -> current(migrations.current());
      case HISTORY -> history(migrations.history(line.option(Option.TO, ":")).revisions());
      case CHECK -> check(migrations);
      case SQL -> out.print(sql(line, migrations));
      case HELP -> throw new IllegalStateException("help needs no settings");
    }
  }

  private void upgrade(CommandLine line, Migrations migrations) {
    ran(migrations.upgrade(line.option(Option.TO, "head")));
    String tag = line.option(Option.TAG);
    if (tag != null) {
      out.println(migrations.tag(tag) ? "tagged " + tag : "nothing to tag");
    }
  }

  private static String sql(CommandLine line, Migrations migrations) {
    return line.option(Option.DOWN) == null
        ? migrations.upgradeScript(line.option(Option.TO, "head")).sql()
        : migrations.downgradeScript(target(line)).sql();
  }

  private static boolean needsDatabase(CommandLine line) {
    return line.command() != Subcommand.SQL || line.option(Option.TO, "").startsWith("current:");
  }

  private static String target(CommandLine line) {
    String to = line.option(Option.TO);
    if (to == null) {
      throw new UsageException(
          Problem.of(MigrationCode.INVALID_SETTING, "cannot undo revisions: no target was given")
              .expected("--to=REVISION, --to=-1 or --to=base")
              .fix("help " + line.command().word() + " shows what it takes"));
    }
    return to;
  }

  private void ran(RunResult result) {
    result
        .steps()
        .forEach(
            step ->
                out.println(
                    heads(step.before())
                        + " -> "
                        + heads(step.after())
                        + "  "
                        + step.revision().message()
                        + "   "
                        + step.took().toMillis()
                        + " ms"));
    if (result.steps().isEmpty()) {
      out.println("nothing to do, the database is at " + heads(result.heads()));
    }
  }

  private void current(CurrentResult result) {
    out.println(
        heads(result.current().stream().map(RevisionLine::id).toList())
            + (result.atHead() ? "  (head)" : ""));
    result.pending().forEach(each -> out.println("pending  " + each.title()));
    result.changed().forEach(each -> out.println("changed  " + each));
  }

  private void history(List<RevisionLine> lines) {
    List<RevisionLine> newestFirst = new ArrayList<>(lines);
    Collections.reverse(newestFirst);
    newestFirst.forEach(
        each ->
            out.println(heads(each.down()) + " -> " + each.title() + "  (" + state(each) + ")"));
  }

  private static String state(RevisionLine line) {
    return line.state().name().toLowerCase(Locale.ROOT) + (line.head() ? ", head" : "");
  }

  /** What a deployment asks before it lets an application in. */
  private void check(Migrations migrations) {
    CurrentResult current = migrations.current();
    current(current);
    int heads = migrations.heads().heads().size();
    if (heads > 1) {
      throw new RevisionException(
          Problem.of(
                  MigrationCode.NOT_AT_HEAD, "cannot pass: the revisions have " + heads + " heads")
              .expected("one head")
              .fix("merge them before the application is built"));
    }
    current.orThrow();
  }

  private static String heads(List<String> ids) {
    return ids.isEmpty() ? "base" : String.join(", ", ids);
  }

  private static Engine engine(Settings settings, boolean needed) {
    if (settings.url() == null && needed) {
      throw new UsageException(
          Problem.of(MigrationCode.INVALID_SETTING, "cannot find the database: no URL was given")
              .expected("ALUDEL_URL in the environment, url: in aludel.yaml, or --url"));
    }
    DatabaseUrl nowhere = DatabaseUrl.parse("postgresql://localhost/none");
    return Engine.create(
        settings.url() == null ? nowhere : settings.url(),
        options -> {
          options.unpooled();
          if (settings.user() != null) {
            options.user(settings.user());
          }
          if (settings.password() != null) {
            options.password(settings.password()::reveal);
          }
        });
  }

  private static URLClassLoader loader(@Nullable String jar) {
    if (jar == null) {
      return new URLClassLoader(new URL[0], Thread.currentThread().getContextClassLoader());
    }
    Path file = Path.of(jar);
    if (!Files.isReadable(file)) {
      throw new UsageException(
          Problem.of(MigrationCode.INVALID_SETTING, "cannot read the jar \"" + jar + "\"")
              .expected("a file that is there and can be read"));
    }
    try {
      return new URLClassLoader(new URL[] {file.toUri().toURL()}, Main.class.getClassLoader());
    } catch (MalformedURLException noFile) {
      throw new UncheckedIOException(noFile);
    }
  }
}
