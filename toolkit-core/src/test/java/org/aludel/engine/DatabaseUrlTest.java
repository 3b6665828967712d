package org.aludel.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.aludel.engine.DatabaseUrl.Host;
import org.aludel.error.UsageException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class DatabaseUrlTest {
  @Test
  void takesEveryPartApart() {
    DatabaseUrl url =
        DatabaseUrl.parse(
            "postgresql://ada%40x:p%2Fw@one:5433,[::1]:6000,three/my%20shop?sslmode=require&a=b%26c");

    assertThat(url.user()).isEqualTo("ada@x");
    assertThat(url.password()).isEqualTo("p/w");
    assertThat(url.hosts())
        .isEqualTo(List.of(new Host("one", 5433), new Host("::1", 6000), new Host("three", 0)));
    assertThat(url.database()).isEqualTo("my shop");
    assertThat(url.query()).isEqualTo(Map.of("sslmode", "require", "a", "b&c"));
    assertThat(url.jdbcUrl())
        .isEqualTo("jdbc:postgresql://one:5433,[::1]:6000,three/my%20shop?a=b%26c&sslmode=require");
    assertThat(url)
        .hasToString(
            "postgresql://ada%40x:***@one:5433,[::1]:6000,three/my%20shop?a=b%26c&sslmode=require");
  }

  @Test
  void takesPasswordsThatAreNotEncoded() {
    DatabaseUrl url = DatabaseUrl.parse("postgres://u:a@b/c+d@h/x");

    assertThat(url.password()).isEqualTo("a@b/c+d");
    assertThat(url.hosts()).containsExactly(new Host("h", 0));
  }

  @Test
  void takesUserAndPasswordOutOfJdbcUrls() {
    DatabaseUrl url = DatabaseUrl.parse("jdbc:postgresql://h/x?user=u&password=p&ssl=true");

    assertThat(url.user()).isEqualTo("u");
    assertThat(url.password()).isEqualTo("p");
    assertThat(url.jdbcUrl()).isEqualTo("jdbc:postgresql://h/x?ssl=true");
    assertThat(url).hasToString("postgresql://u:***@h/x?ssl=true");
  }

  @Test
  void readsTheDirectoryOfAnEmbeddedServer() {
    DatabaseUrl url = DatabaseUrl.parse("embedded:postgresql:target/db");

    assertThat(url.jdbcUrl()).isEqualTo("jdbc:embedded:postgresql:target/db");
    assertThat(url).hasToString("embedded:postgresql:target/db");
    assertThat(DatabaseUrl.parse("jdbc:embedded:postgresql:target/db")).isEqualTo(url);
  }

  @Test
  void speaksLibpqsParameterNames() {
    assertThat(DatabaseUrl.parse("postgresql://h/x?application_name=a&connect_timeout=3").query())
        .isEqualTo(Map.of("ApplicationName", "a", "connectTimeout", "3"));
  }

  @Test
  void defaultsToLocalhostAndTheServersDatabase() {
    assertThat(DatabaseUrl.parse("postgresql://").jdbcUrl())
        .isEqualTo("jdbc:postgresql://localhost/");
  }

  @Test
  void hidesOtherSecretsToo() {
    assertThat(DatabaseUrl.parse("postgresql://h/x?sslpassword=s3cret").toString())
        .isEqualTo("postgresql://h/x?sslpassword=***");
  }

  @Test
  void changesPartsInACopy() {
    DatabaseUrl url = DatabaseUrl.parse("postgresql://u:p@h/x?a=b");

    assertThat(url.withDatabase("y").withUser("v", null).withQuery(Map.of()))
        .hasToString("postgresql://v@h/y");
    assertThat(url).hasToString("postgresql://u:***@h/x?a=b");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "localhost/shop",
        "mysql://u:hunter2@h/x",
        "postgresql://u:hunter2@h:99999/x",
        "postgresql://u:hunter2@h:port/x",
        "postgresql://u:hun%zzter2@h/x",
        "postgresql://h/x?password=hunter2&novalue",
        "jdbc:postgresql://h/x?user=u&password=a&hunter2",
        "embedded:postgresql:",
        "jdbc:nothing"
      })
  void refusesWhatIsNoAddressWithoutRepeatingThePassword(String text) {
    assertThatThrownBy(() -> DatabaseUrl.parse(text))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("ORM-ENGINE-INVALID-URL")
        .hasMessageContaining("postgresql://user:password@host:5432/database")
        .hasMessageNotContaining("hunter2")
        .hasMessageNotContaining("hun%zz");
  }

  @Test
  void isBuiltOfParts() {
    DatabaseUrl url =
        DatabaseUrl.of("postgresql", new DatabaseUrl.Host("one", 0), "my shop")
            .withHosts(new DatabaseUrl.Host("one", 5433), new DatabaseUrl.Host("two", 0))
            .withParameter("targetServerType", "primary")
            .withUser("ada", "s3cr@t");

    assertThat(url.jdbcUrl())
        .isEqualTo("jdbc:postgresql://one:5433,two/my%20shop?targetServerType=primary");
    assertThat(url)
        .hasToString("postgresql://ada:***@one:5433,two/my%20shop?targetServerType=primary")
        .isEqualTo(
            DatabaseUrl.parse(
                "postgresql://ada:s3cr%40t@one:5433,two/my%20shop?targetServerType=primary"));
  }

  @Test
  void aFileLiesInAFolder() {
    Path folder = Path.of("/shop");

    assertThat(DatabaseUrl.parse("sqlite:target/shop.db?busy_timeout=5").inFolder(folder))
        .hasToString("sqlite:" + folder.resolve("target/shop.db") + "?busy_timeout=5");
    assertThat(DatabaseUrl.parse("sqlite:/data/shop.db").inFolder(folder))
        .hasToString("sqlite:/data/shop.db");
    assertThat(DatabaseUrl.parse("sqlite::memory:").inFolder(folder))
        .hasToString("sqlite::memory:");
    assertThat(DatabaseUrl.parse("postgresql://one/shop").inFolder(folder))
        .hasToString("postgresql://one/shop");
  }
}
