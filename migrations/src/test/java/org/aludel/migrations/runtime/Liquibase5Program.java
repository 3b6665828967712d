package org.aludel.migrations.runtime;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import liquibase.util.LiquibaseUtil;

/** What a JVM with Liquibase 5 runs: commands, each on a database. */
final class Liquibase5Program {
  private Liquibase5Program() {}

  /**
   * @param arguments the directory of the files, then a URL and a command with its count, and so on
   */
  public static void main(String[] arguments) throws Exception {
    try (PrintStream out =
        new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8)) {
      out.println("version " + LiquibaseUtil.getBuildVersion());
      for (int i = 1; i < arguments.length; i += 2) {
        PlainLiquibase liquibase = new PlainLiquibase(Path.of(arguments[0]), arguments[i]);
        String[] command = arguments[i + 1].split(":");
        String said =
            command.length == 1
                ? liquibase.run(command[0])
                : liquibase.run(command[0], "count", Integer.valueOf(command[1]));
        out.println(arguments[i + 1] + " " + said.strip().replace('\n', ' '));
      }
    }
  }
}
