package org.aludel.benchmarks.peer;

import com.sun.management.ThreadMXBean;
import com.zaxxer.hikari.HikariDataSource;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.stream.Collectors;

/**
 * The JVM of one contender: does a work for each line it is given and answers with its cost. The
 * tables are put back when the clock has stopped.
 */
final class ContenderProgram {
  static final String ANSWER = "@@ ";
  static final String COUNT = "COUNT ";
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  private final Contender contender;
  private final CountedSource source;
  private final Connection looking;

  private ContenderProgram(Contender contender, CountedSource source, Connection looking) {
    this.contender = contender;
    this.source = source;
    this.looking = looking;
  }

  /** Arguments: the name of a {@link Peer} and the URL of the database. */
  public static void main(String[] arguments) throws Exception {
    PrintStream out = System.out;
    try (HikariDataSource pool = pool(arguments[1]);
        Connection looking = DriverManager.getConnection(arguments[1])) {
      CountedSource source = new CountedSource(pool);
      try (Contender contender = Peer.valueOf(arguments[0]).open(source)) {
        out.println(
            ANSWER + contender.works().stream().map(Work::name).collect(Collectors.joining(" ")));
        new ContenderProgram(contender, source, looking).answer(out);
      }
    }
  }

  private static HikariDataSource pool(String url) {
    HikariDataSource pool = new HikariDataSource();
    pool.setJdbcUrl(url + "&reWriteBatchedInserts=true");
    pool.setAutoCommit(false);
    pool.setMaximumPoolSize(4);
    return pool;
  }

  private void answer(PrintStream out) throws Exception {
    BufferedReader in =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      if (line.startsWith(COUNT)) {
        Work work = Work.valueOf(line.substring(COUNT.length()));
        out.println(ANSWER + source.counted(() -> measure(work)));
      } else {
        out.println(ANSWER + measure(Work.valueOf(line)).line());
      }
    }
  }

  private Cost measure(Work work) throws Exception {
    try {
      contender.prepare(work);
      long bytes = THREADS.getCurrentThreadAllocatedBytes();
      long cpu = THREADS.getCurrentThreadCpuTime();
      long start = System.nanoTime();
      Contender.Found found = contender.run(work);
      long wall = System.nanoTime() - start;
      long used = THREADS.getCurrentThreadCpuTime() - cpu;
      long allocated = THREADS.getCurrentThreadAllocatedBytes() - bytes;
      return new Cost(wall, used, allocated, found.checksum() + written(work));
    } finally {
      Shop.restore(looking, work.effect());
    }
  }

  private long written(Work work) throws SQLException {
    return Shop.written(looking, work.effect());
  }
}
