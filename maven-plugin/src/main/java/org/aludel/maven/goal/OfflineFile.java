package org.aludel.maven.goal;

import java.nio.file.Path;
import org.aludel.maven.project.OutputFile;
import org.aludel.maven.report.Report;
import org.aludel.migrations.command.AutogenerateScript;
import org.aludel.migrations.config.Settings;
import org.aludel.migrations.runtime.OfflineResult;
import org.jspecify.annotations.Nullable;

/** Where {@code -Dorm.offline} puts a script. */
record OfflineFile(Path file) {
  /** Whether a script is asked for; {@code false} is the word against what a POM configures. */
  static boolean wanted(@Nullable String offline) {
    return offline != null && !offline.equals("false");
  }

  /** Whether the database has to be asked: where it is, or which tenants it has. */
  static boolean asks(@Nullable String offline, String range, Settings settings) {
    return !wanted(offline) || range.startsWith("current:") || settings.tenants().given();
  }

  /** The file that is named, or one in the build's directory. */
  static OfflineFile of(@Nullable String offline, Path base, String name) {
    boolean named = offline != null && !offline.isBlank() && !offline.equals("true");
    return new OfflineFile(base.resolve(named ? offline : "target/aludel/" + name + ".sql"));
  }

  void write(OfflineResult result, Report report) {
    report.script(result, OutputFile.write(file, result.sql()));
  }

  /** What is detected, and its script where there is something. */
  void write(AutogenerateScript result, Report report) {
    report.tried(result);
    if (result.script() != null) {
      write(result.script(), report);
    }
  }
}
