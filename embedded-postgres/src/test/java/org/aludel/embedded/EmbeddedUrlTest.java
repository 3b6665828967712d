package org.aludel.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class EmbeddedUrlTest {
  @ParameterizedTest
  @CsvSource({"/var/db,/var/db", "target/db,target/db", "a%20b%3Fc,a b?c", "a+b,a+b"})
  void readsTheDirectory(String written, String path) throws SQLException {
    EmbeddedUrl url = EmbeddedUrl.parse(EmbeddedUrl.PREFIX + written);

    assertThat(url.directory()).isEqualTo(Path.of(path));
    assertThat(url.database()).isEqualTo("aludel");
    assertThat(url.options()).isEqualTo(EmbeddedPostgres.Options.ofDurable());
  }

  @Test
  void tildeIsTheHome() throws SQLException {
    Path home = Path.of(System.getProperty("user.home"));

    assertThat(EmbeddedUrl.parse(EmbeddedUrl.PREFIX + "~").directory()).isEqualTo(home);
    assertThat(EmbeddedUrl.parse(EmbeddedUrl.PREFIX + "~/db").directory())
        .isEqualTo(home.resolve("db"));
    assertThat(EmbeddedUrl.parse(EmbeddedUrl.PREFIX + "~db").directory()).isEqualTo(Path.of("~db"));
  }

  @Test
  void readsOurParametersAndKeepsTheDrivers() throws SQLException {
    EmbeddedUrl url =
        EmbeddedUrl.parse(
            EmbeddedUrl.PREFIX + "db?database=shop&durable=false&binaries=x.jar&loginTimeout=5");

    assertThat(url.database()).isEqualTo("shop");
    assertThat(url.options())
        .isEqualTo(EmbeddedPostgres.Options.ofNotDurable().withBinaries(Path.of("x.jar")));
    assertThat(url.driver()).containsOnly(java.util.Map.entry("loginTimeout", "5"));
  }

  @ParameterizedTest
  @CsvSource({
    "'', no directory",
    "db?databse=shop, parameter \"databse\"",
    "db?durable=yes, durable=yes",
    "db?database, parameter \"database\""
  })
  void refusesWhatNobodyWouldRead(String rest, String found) {
    assertThatThrownBy(() -> EmbeddedUrl.parse(EmbeddedUrl.PREFIX + rest))
        .isInstanceOf(SQLException.class)
        .hasMessageStartingWith("ORM-EMBEDDED-INVALID-URL: cannot read URL \"jdbc:embedded:")
        .hasMessageContaining("Found:    " + found);
  }

  @Test
  void errorsDoNotShowThePassword() {
    assertThatThrownBy(() -> EmbeddedUrl.parse(EmbeddedUrl.PREFIX + "db?password=geheim&x=1"))
        .hasMessageNotContaining("geheim");
  }
}
