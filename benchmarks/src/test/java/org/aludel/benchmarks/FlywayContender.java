package org.aludel.benchmarks;

import java.nio.file.Files;
import java.nio.file.Path;
import org.flywaydb.core.Flyway;

/** Flyway by its Java API and SQL migrations, as its manual recommends. */
final class FlywayContender implements Contender {
  @Override
  public void write(Path directory, int count) throws Exception {
    for (int number = 1; number <= count; number++) {
      Path file = directory.resolve("V%d__table.sql".formatted(number));
      Files.writeString(file, Contender.sql(number) + ";\n");
    }
  }

  @Override
  public void migrate(String url, Path directory) {
    Flyway.configure()
        .dataSource(url, null, null)
        .locations("filesystem:" + directory)
        .load()
        .migrate();
  }
}
