package org.aludel.orm.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.aludel.engine.Engine;
import org.aludel.orm.bookshop.Reading;
import org.aludel.orm.bookshop.ReadingT;
import org.aludel.sql.Sql;
import org.aludel.testing.PostgresTest;
import org.aludel.testing.TestDatabase;
import org.junit.jupiter.api.Test;

/**
 * Sessions against hand-written JDBC, side by side in one run: rounds alternate, medians are
 * compared, and tenth percentiles of processor time. Not part of the build; docs/performance.md has
 * the command and the figures.
 */
@PostgresTest
final class Probe {
  private static final ReadingT READING = ReadingT.READING;
  private static final int ROWS = 10_000;
  private static final int CHANGED = 1_000;
  private static final int WARM_UP = Integer.getInteger("probe.warmUp", 100);
  private static final String ONLY = System.getProperty("probe.only", "");
  private static final int ROUNDS = Integer.getInteger("probe.rounds", 101);

  @Test
  void compares(TestDatabase database) throws Exception {
    Bookshop shop = Bookshop.fresh(database);
    shop.sessions.inTransaction(session -> session.addAll(readings()));
    database.run("VACUUM ANALYZE reading");
    Contest contest;
    try (Engine engine = Engine.create(database.jdbcUrl());
        ProbeJdbc jdbc = new ProbeJdbc(database)) {
      contest = new Contest(SessionFactory.of(engine, Bookshop.REGISTRY), jdbc);
      contest.run();
    }
    Path file = Path.of("target", "probe.txt");
    Files.createDirectories(file.getParent());
    Files.write(file, contest.lines);
    assertThat(contest.lines).isNotEmpty();
  }

  private interface Work {
    void run() throws Exception;
  }

  private static final class Cost {
    final double[] wall = new double[ROUNDS];
    final double[] cpu = new double[ROUNDS];
    final double[] bytes = new double[ROUNDS];

    void measure(int round, Work work) throws Exception {
      var threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
      long bytesBefore = threads.getCurrentThreadAllocatedBytes();
      long cpuBefore = threads.getCurrentThreadCpuTime();
      long start = System.nanoTime();
      work.run();
      if (round >= 0) {
        wall[round] = System.nanoTime() - start;
        cpu[round] = threads.getCurrentThreadCpuTime() - cpuBefore;
        bytes[round] = threads.getCurrentThreadAllocatedBytes() - bytesBefore;
      }
    }

    static double median(double[] values) {
      return percentile(values, 50);
    }

    /** Of what neighbours disturbed least: nine of ten rounds took more. */
    static double least(double[] values) {
      return percentile(values, 10);
    }

    private static double percentile(double[] values, int percent) {
      double[] sorted = values.clone();
      Arrays.sort(sorted);
      return sorted[sorted.length * percent / 100];
    }
  }

  private static final class Contest {
    private final List<String> lines = new ArrayList<>();
    private final SessionFactory sessions;
    private final ProbeJdbc jdbc;

    Contest(SessionFactory sessions, ProbeJdbc jdbc) {
      this.sessions = sessions;
      this.jdbc = jdbc;
    }

    void run() throws Exception {
      compare("load 10,000 managed", this::loadManaged, () -> jdbc.load(ROWS));
      compare("load 10,000 read-only", this::loadReadOnly, () -> jdbc.load(ROWS));
      compare("load 10,000 projected", this::loadProjected, () -> jdbc.loadRecords(ROWS));
      compare("get by key, 1,000 times", this::getByKey, () -> jdbc.getByKey(CHANGED));
      compare("update 1 column of 1,000", this::update, () -> jdbc.update(CHANGED));
      compare("the same, hand-written unnest", this::update, () -> jdbc.updateUnnest(CHANGED));
      compare("insert 10,000, keys back", this::insert, () -> jdbc.insert(readings()));
      compare("the same, hand-written unnest", this::insert, () -> jdbc.insertUnnest(readings()));
    }

    private void compare(String what, Work session, Work hand) throws Exception {
      if (!what.contains(ONLY)) {
        return;
      }
      Cost ours = new Cost();
      Cost theirs = new Cost();
      for (int round = -WARM_UP; round < ROUNDS; round++) {
        theirs.measure(round, hand);
        ours.measure(round, session);
        jdbc.forgetInserted(ROWS);
      }
      lines.add(
          String.format(
              Locale.ROOT,
              "%-32s wall %.2f (%6.2f / %6.2f ms)  cpu %.2f (%6.2f / %6.2f ms)"
                  + "  cpu p10 %.2f (%6.2f / %6.2f ms)  bytes %.2f",
              what,
              Cost.median(ours.wall) / Cost.median(theirs.wall),
              Cost.median(ours.wall) / 1e6,
              Cost.median(theirs.wall) / 1e6,
              Cost.median(ours.cpu) / Cost.median(theirs.cpu),
              Cost.median(ours.cpu) / 1e6,
              Cost.median(theirs.cpu) / 1e6,
              Cost.least(ours.cpu) / Cost.least(theirs.cpu),
              Cost.least(ours.cpu) / 1e6,
              Cost.least(theirs.cpu) / 1e6,
              Cost.median(ours.bytes) / Cost.median(theirs.bytes)));
    }

    private void loadManaged() {
      try (Session session = sessions.open()) {
        List<Reading> all = session.scalars(Sql.select(READING)).all();
        assertThat(all.size()).isEqualTo(ROWS);
      }
    }

    private void loadReadOnly() {
      try (Session session = sessions.readOnly().open()) {
        List<Reading> all = session.scalars(Sql.select(READING)).all();
        assertThat(all.size()).isEqualTo(ROWS);
      }
    }

    private void loadProjected() {
      try (Session session = sessions.open()) {
        var all =
            session
                .execute(
                    Sql.select(
                        ProbeJdbc.Line::new,
                        READING.id,
                        READING.station,
                        READING.counter,
                        READING.level))
                .all();
        assertThat(all.size()).isEqualTo(ROWS);
      }
    }

    private void getByKey() {
      try (Session session = sessions.open()) {
        for (long id = 1; id <= CHANGED; id++) {
          session.getOne(Reading.class, id);
        }
      }
    }

    private void update() {
      try (Session session = sessions.open()) {
        var first = Sql.select(READING).where(READING.id.le((long) CHANGED)).orderBy(READING.id);
        for (Reading reading : session.scalars(first)) {
          reading.setCounter(reading.getCounter() + 1);
        }
        session.commit();
      }
    }

    private void insert() {
      try (Session session = sessions.open()) {
        session.addAll(readings());
        session.commit();
      }
    }
  }

  private static List<Reading> readings() {
    List<Reading> readings = new ArrayList<>(ROWS);
    for (int number = 0; number < ROWS; number++) {
      readings.add(new Reading(number));
    }
    return readings;
  }
}
