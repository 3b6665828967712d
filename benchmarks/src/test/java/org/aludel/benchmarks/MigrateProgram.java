package org.aludel.benchmarks;

import com.sun.management.OperatingSystemMXBean;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;

/** What a JVM of its own runs: one contender, once; prints the nanoseconds of CPU it has used. */
final class MigrateProgram {
  private MigrateProgram() {}

  public static void main(String[] arguments) throws Exception {
    PrintStream out = System.out;
    Contender contender = Contender.Name.valueOf(arguments[0]).contender();
    contender.migrate(arguments[1], Path.of(arguments[2]));
    out.println();
    out.println(
        ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime());
  }
}
