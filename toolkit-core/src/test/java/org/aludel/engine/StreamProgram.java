package org.aludel.engine;

import static org.aludel.sql.Sql.text;

import java.util.stream.Stream;
import org.aludel.sql.Row;

/**
 * What a JVM with a small heap runs: streams rows and prints how many there were, or runs out of
 * memory.
 */
final class StreamProgram {
  static final int OUT_OF_MEMORY = 7;

  private StreamProgram() {}

  /** Arguments: the address, the number of rows, the fetch size. */
  public static void main(String[] arguments) {
    int fetchSize = Integer.parseInt(arguments[2]);
    String rows =
        "SELECT n, repeat('x', 100) || n AS name, now() AS made FROM generate_series(1, "
            + arguments[1]
            + ") AS n";
    try (Engine engine = Engine.create(arguments[0], options -> options.unpooled());
        Connection connection = engine.connect();
        Stream<Row> stream =
            connection.execute(text(rows), options -> options.fetchSize(fetchSize)).stream()) {
      System.out.println(stream.filter(row -> row.get("name") != null).count());
    } catch (OutOfMemoryError full) {
      System.exit(OUT_OF_MEMORY);
    }
  }
}
