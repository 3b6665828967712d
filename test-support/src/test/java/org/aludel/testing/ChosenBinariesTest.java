package org.aludel.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The embedded server of another jar than that on the class path; the judge's is of version 15. */
final class ChosenBinariesTest {
  private static final String PROPERTY = "aludel.embedded.binaries";
  @TempDir Path folder;
  private String before = "";

  @BeforeEach
  void remember() {
    before = System.getProperty(PROPERTY, "");
  }

  @AfterEach
  void restore() {
    System.setProperty(PROPERTY, before);
  }

  @Test
  void theUrlNamesAJarAndIsStrongerThanTheSystemProperty() throws SQLException {
    System.setProperty(PROPERTY, folder.resolve("missing.jar").toString());
    String jar = URLEncoder.encode(ServerBinaries.judge().toString(), StandardCharsets.UTF_8);

    assertThat(version("&binaries=" + jar)).startsWith("15.");
  }

  @Test
  void theSystemPropertyNamesAJar() throws SQLException {
    System.setProperty(PROPERTY, ServerBinaries.judge().toString());

    assertThat(version("")).startsWith("15.");
  }

  @Test
  void aJarThatIsNotThereIsRefusedByName() {
    String missing = folder.resolve("missing.jar").toString();

    assertThatThrownBy(() -> version("&binaries=" + missing))
        .isInstanceOf(SQLException.class)
        .hasMessageContaining("ORM-EMBEDDED-NO-BINARIES")
        .hasMessageContaining("no file \"" + missing + "\"");
    System.setProperty(PROPERTY, missing);
    assertThatThrownBy(() -> version("")).hasMessageContaining("no file \"" + missing + "\"");
  }

  private String version(String parameters) throws SQLException {
    String url = "jdbc:embedded:postgresql:" + folder.resolve("db") + "?durable=false" + parameters;
    try (Connection connection = DriverManager.getConnection(url);
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("SHOW server_version")) {
      assertThat(row.next()).isTrue();
      return row.getString(1);
    }
  }
}
