package org.aludel.benchmarks;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** A loop by hand: a script, its row of history and a commit each. The measure of all. */
final class HandWritten implements Contender {
  @Override
  public void write(Path directory, int count) throws Exception {
    for (int number = 1; number <= count; number++) {
      Files.writeString(directory.resolve("%04d.sql".formatted(number)), Contender.sql(number));
    }
  }

  @Override
  public void migrate(String url, Path directory) throws Exception {
    try (Connection connection = DriverManager.getConnection(url);
        Stream<Path> list = Files.list(directory)) {
      connection.setAutoCommit(false);
      Set<String> done = done(connection);
      List<Path> files = list.sorted().toList();
      try (Statement statement = connection.createStatement();
          PreparedStatement row = connection.prepareStatement("INSERT INTO done VALUES (?)")) {
        for (Path file : files) {
          String name = file.getFileName().toString();
          if (done.contains(name)) {
            continue;
          }
          statement.execute(Files.readString(file));
          row.setString(1, name);
          row.executeUpdate();
          connection.commit();
        }
      }
    }
  }

  private static Set<String> done(Connection connection) throws SQLException {
    Set<String> done = new HashSet<>();
    try (Statement statement = connection.createStatement()) {
      statement.execute("CREATE TABLE IF NOT EXISTS done (name text PRIMARY KEY)");
      try (ResultSet rows = statement.executeQuery("SELECT name FROM done")) {
        while (rows.next()) {
          done.add(rows.getString(1));
        }
      }
    }
    connection.commit();
    return done;
  }
}
