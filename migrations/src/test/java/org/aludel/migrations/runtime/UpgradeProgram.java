package org.aludel.migrations.runtime;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicInteger;
import org.aludel.engine.Engine;
import org.aludel.engine.Execution;
import org.aludel.engine.ExecutionListener;

/**
 * What a JVM of its own runs: upgrades a database by ten revisions, and stands still behind a
 * statement or commit whose number it was given, so that it can be killed exactly there.
 */
final class UpgradeProgram {
  static final int STANDING = 'K';

  private UpgradeProgram() {}

  public static void main(String[] arguments) {
    Stopper stopper = new Stopper(Integer.parseInt(arguments[1]));
    upgrade(arguments[0], stopper);
  }

  static RunResult upgrade(String url, ExecutionListener listener) {
    try (Engine engine = Engine.create(url, each -> each.unpooled().listener(listener))) {
      return new MigrationRunner(
              engine,
              history().map(),
              Script.NO_NATIVE_CHANGES,
              RunnerOptions.defaults(),
              ProgressListener.SILENT)
          .upgrade("head");
    }
  }

  /** Ten revisions; the fourth and the eighth build an index outside a transaction. */
  static Script history() {
    Script script = new Script();
    for (int i = 0; i < 10; i++) {
      String table = "t" + i;
      String create = "CREATE TABLE " + table + " (id int PRIMARY KEY, x int DEFAULT " + i + ")";
      String insert = "INSERT INTO " + table + " (id) SELECT generate_series(1, 5)";
      String index = "!CREATE INDEX CONCURRENTLY ix" + i + " ON " + table + " (x) // ";
      String comment = "COMMENT ON TABLE " + table + " IS 'number " + i + "' // ";
      if (i == 3 || i == 7) {
        script.revision("rev" + i, create + " // ", index, insert + " // ", comment);
      } else {
        script.revision("rev" + i, create + " ;; " + insert + " // ", comment);
      }
    }
    return script;
  }

  /** Counts what is done, and stands still at a number; never at 0. */
  private static final class Stopper implements ExecutionListener {
    private final int number;
    private final AtomicInteger count = new AtomicInteger();

    Stopper(int number) {
      this.number = number;
    }

    @Override
    public void executed(Execution execution) {
      event();
    }

    @Override
    public void transaction(String verb) {
      event();
    }

    private void event() {
      if (count.incrementAndGet() != number) {
        return;
      }
      try (FileOutputStream out = new FileOutputStream(FileDescriptor.out)) {
        out.write(STANDING);
        out.flush();
        while (System.in.read() >= 0) {
          count.incrementAndGet();
        }
      } catch (IOException e) {
        throw new IllegalStateException(e);
      }
    }
  }
}
