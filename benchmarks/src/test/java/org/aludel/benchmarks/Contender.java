package org.aludel.benchmarks;

import java.nio.file.Path;
import java.util.Locale;

/** A way to bring a database to the newest of its migrations. */
interface Contender {
  /** Writes the migrations in the form that this one reads. */
  void write(Path directory, int count) throws Exception;

  /** Runs what is missing. */
  void migrate(String url, Path directory) throws Exception;

  /** The contenders, by the name that a program is given. */
  enum Name {
    JDBC(new HandWritten()),
    ALUDEL(new Aludel()),
    FLYWAY(new FlywayContender()),
    LIQUIBASE(new LiquibaseContender());

    private final Contender contender;

    Name(Contender contender) {
      this.contender = contender;
    }

    Contender contender() {
      return contender;
    }

    String shown() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** What migration number {@code n} does, the same for all. */
  static String sql(int number) {
    return "CREATE TABLE m" + number + " (id bigint PRIMARY KEY, name varchar(100) NOT NULL)";
  }
}
