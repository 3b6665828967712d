package org.aludel.engine.setting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import java.util.Properties;
import org.aludel.dialect.Isolation;
import org.aludel.engine.Engine;
import org.aludel.testing.PostgresTest;
import org.aludel.testing.TestDatabase;
import org.junit.jupiter.api.Test;

@PostgresTest
final class EngineSettingsTest {
  private static Properties properties(String... pairs) {
    Properties properties = new Properties();
    for (int i = 0; i < pairs.length; i += 2) {
      properties.setProperty(pairs[i], pairs[i + 1]);
    }
    return properties;
  }

  @Test
  void anEngineIsMadeOfProperties(TestDatabase database) {
    Properties properties =
        properties(
            "shop.db.url",
            "postgresql://%s:%d/%s".formatted(database.host(), database.port(), database.name()),
            "shop.db.user",
            database.user(),
            "shop.db.password",
            database.password(),
            "shop.db.read-only",
            "true",
            "shop.db.property.ApplicationName",
            "the shop",
            "shop.title",
            "not ours");

    try (Engine engine = EngineSettings.of(properties, "shop.db.").createEngine()) {
      assertThat(engine.execute("SHOW application_name").get(0).get(0)).isEqualTo("the shop");
      assertThat(engine.execute("SHOW transaction_read_only").get(0).get(0)).isEqualTo("on");
    }
  }

  @Test
  void eachSettingReachesItsOption() {
    Properties properties =
        properties(
            "url", "postgresql://localhost/shop",
            "echo", "true",
            "log-values", "TRUE",
            "logger-name", "orders",
            "pool", "false",
            "pool-size", "20",
            "pool-kept", "5",
            "pool-timeout", "500ms",
            "pool-recycle", "1h",
            "pool-idle-timeout", "PT2M",
            "pool-keepalive", "45s",
            "pool-leak-warning", "10m",
            "cache-size", "7",
            "isolation", "repeatable-read",
            "fetch-size", "100",
            "autocommit", "false",
            "statement-timeout", "30s");

    try (Engine engine = EngineSettings.of(properties, "").createEngine()) {
      assertThat(engine.options().echo()).isTrue();
      assertThat(engine.options().logValues()).isTrue();
      assertThat(engine.options().loggerName()).isEqualTo("orders");
      assertThat(engine.options().pooled()).isFalse();
      assertThat(engine.options().pool().size()).isEqualTo(20);
      assertThat(engine.options().pool().kept()).isEqualTo(5);
      assertThat(engine.options().pool().timeout()).isEqualTo(Duration.ofMillis(500));
      assertThat(engine.options().pool().recycle()).isEqualTo(Duration.ofHours(1));
      assertThat(engine.options().pool().idleTimeout()).isEqualTo(Duration.ofMinutes(2));
      assertThat(engine.options().pool().keepalive()).isEqualTo(Duration.ofSeconds(45));
      assertThat(engine.options().pool().leakWarning()).isEqualTo(Duration.ofMinutes(10));
      assertThat(engine.options().cacheSize()).isEqualTo(7);
      assertThat(engine.executionOptions().modes().isolation())
          .isEqualTo(Isolation.REPEATABLE_READ);
      assertThat(engine.executionOptions().fetchSize()).isEqualTo(100);
      assertThat(engine.executionOptions().timeout()).isEqualTo(Duration.ofSeconds(30));
    }
  }

  @Test
  void theEnvironmentHasTheSameSettings() {
    Map<String, String> environment =
        Map.of(
            "SHOP_DB_URL", "postgresql://db.example.org/shop",
            "SHOP_DB_POOL_SIZE", "3",
            "SHOP_DB_PROPERTY_sslmode", "require",
            "HOME", "/home/shop");

    try (Engine engine = EngineSettings.ofEnvironment(environment, "SHOP_DB_").createEngine()) {
      assertThat(engine).hasToString("Engine[postgresql://db.example.org/shop]");
      assertThat(engine.options().pool().size()).isEqualTo(3);
      assertThat(engine.options().properties()).containsEntry("sslmode", "require");
    }
  }

  @Test
  void theProgramHasTheLastWord() {
    Properties properties = properties("url", "postgresql://localhost/shop", "cache-size", "7");

    try (Engine engine =
        EngineSettings.of(properties, "").createEngine(options -> options.cacheSize(8))) {
      assertThat(engine.options().cacheSize()).isEqualTo(8);
    }
  }

  @Test
  void keysAndValuesThatCannotBeReadAreRefusedWithoutTheValue() {
    String url = "postgresql://localhost/shop";
    assertThatThrownBy(
            () ->
                EngineSettings.of(properties("a.url", url, "a.pol-size", "1"), "a.").createEngine())
        .hasMessageContaining("ORM-ENGINE-INVALID-SETTING")
        .hasMessageContaining("\"a.pol-size\"")
        .hasMessageContaining("did you mean \"pool-size\"?");
    assertThatThrownBy(
            () -> EngineSettings.of(properties("url", url, "echo", "hunter2"), "").createEngine())
        .hasMessageContaining("true or false")
        .hasMessageNotContaining("hunter2");
    assertThatThrownBy(
            () ->
                EngineSettings.of(properties("url", url, "pool-timeout", "soon"), "")
                    .createEngine())
        .hasMessageContaining("500ms, 30s");
    assertThatThrownBy(() -> EngineSettings.of(properties("user", "me"), "").createEngine())
        .hasMessageContaining("no setting \"url\"");
    assertThat(EngineSettings.of(properties("password", "hunter2"), "").toString())
        .isEqualTo("EngineSettings[password]");
  }
}
