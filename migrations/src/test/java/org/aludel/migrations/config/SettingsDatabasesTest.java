package org.aludel.migrations.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.aludel.error.RevisionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Several databases, tenants and hooks in {@code aludel.yaml}. */
class SettingsDatabasesTest {
  private static final String TWO =
      """
      drops: none
      exclude: ["table:tmp_*"]
      databases:
        shop: {url: "postgresql://localhost/shop", model: {packages: [shop.domain]}}
        billing:
          url: postgresql://localhost/billing
          directory: db/billing
          drops: allow
          tenants: [one, "tenant_*"]
      """;

  private final Path base;

  SettingsDatabasesTest(@TempDir Path base) {
    this.base = base;
  }

  private void file(String text) throws IOException {
    Files.writeString(base.resolve("aludel.yaml"), text);
  }

  private List<Settings> all(Map<String, String> properties) {
    return SettingsLoader.loadAll(base, Map.of(), properties);
  }

  @Test
  void eachDatabaseHasItsOwnSettingsOverThoseOfAll() throws IOException {
    file(TWO);

    List<Settings> all = all(Map.of());

    assertThat(all).extracting(Settings::database).containsExactly("shop", "billing");
    assertThat(all)
        .extracting(each -> each.directory())
        .containsExactly(base.resolve("src/main/resources/db/shop"), base.resolve("db/billing"));
    assertThat(all).extracting(Settings::drops).containsExactly(DropPolicy.NONE, DropPolicy.ALLOW);
    assertThat(all).allSatisfy(each -> assertThat(each.exclude()).hasSize(1));
    assertThat(all.get(0).model().packages()).containsExactly("shop.domain");
    assertThat(all.get(0).tenants().given()).isFalse();
    assertThat(all.get(1).tenants().templateSchema()).isEqualTo("one");
  }

  @Test
  void aDatabaseIsChosenByName() throws IOException {
    file(TWO);

    Settings settings = SettingsLoader.load(base, Map.of(), Map.of("orm.database", "billing"));

    assertThat(settings.database()).isEqualTo("billing");
    assertThatThrownBy(() -> all(Map.of("orm.database", "biling")))
        .isInstanceOf(RevisionException.class)
        .hasMessageContaining("did you mean \"billing\"");
  }

  @Test
  void oneAddressForSeveralDatabasesIsRefused() throws IOException {
    file(TWO);
    Map<String, String> url = Map.of("orm.url", "postgresql://localhost/x");

    assertThatThrownBy(() -> all(url)).hasMessageContaining("-Dorm.url: is for one database");
    assertThatThrownBy(() -> SettingsLoader.load(base, Map.of(), Map.of()))
        .hasMessageContaining("cannot choose one of several databases");
    assertThat(
            SettingsLoader.load(
                    base,
                    Map.of("ALUDEL_URL", "postgresql://localhost/env"),
                    Map.of("orm.database", "shop"))
                .url())
        .hasToString("postgresql://localhost/shop");
  }

  @Test
  void whatBelongsToTheProjectDoesNotStandInADatabase() throws IOException {
    file("databases: {a: {profiles: {}, urll: x}, \"b c\": {}, d: 1}");

    assertThatThrownBy(() -> all(Map.of()))
        .hasMessageContaining("profiles")
        .hasMessageContaining("did you mean \"url\"")
        .hasMessageContaining("the name \"b c\" of a database")
        .hasMessageContaining("the database \"d\" must be a mapping");
  }

  @Test
  void tenantsAreAListOrAMapping() throws IOException {
    file(
        """
        tenants: {schemas: ["t_*"], query: SELECT name FROM customer, template: t_0, on-error: continue, parallel: 4}
        """);

    TenantSetting tenants = all(Map.of()).get(0).tenants();

    assertThat(tenants)
        .isEqualTo(
            new TenantSetting(
                List.of("t_*"),
                "SELECT name FROM customer",
                "t_0",
                TenantSetting.OnError.CONTINUE,
                4));
    assertThat(all(Map.of("orm.tenant", "t_1,t_2")).get(0).tenant()).containsExactly("t_1", "t_2");
  }

  @Test
  void tenantsWithoutATemplateAreRefused() throws IOException {
    file("tenants: {schemas: [\"t_*\"], parallel: 99}");

    assertThatThrownBy(() -> all(Map.of()))
        .hasMessageContaining("\"tenants.template\" must name the schema")
        .hasMessageContaining("\"tenants.parallel\" must be a number from 1 to 16");
  }

  @Test
  void hooksAreProgramsWithArguments() throws IOException {
    file(
        """
        hooks:
          - name: format
            command: [fmt, "--in place", "{file}"]
            directory: tools
            timeout: 2m
          - {name: add, command: [git, add, "{file}"]}
        """);

    assertThat(all(Map.of()).get(0).hooks())
        .containsExactly(
            new HookSetting(
                "format",
                List.of("fmt", "--in place", "{file}"),
                base.resolve("tools").toAbsolutePath(),
                Duration.ofMinutes(2)),
            new HookSetting(
                "add",
                List.of("git", "add", "{file}"),
                base.toAbsolutePath(),
                Duration.ofMinutes(1)));
  }

  @Test
  void aHookThatIsNoneIsRefusedWithItsPlace() throws IOException {
    file(
        """
        hooks:
          - {name: x, command: git add, timeout: soon}
          - {comand: [x], name: y}
        """);

    assertThatThrownBy(() -> all(Map.of()))
        .hasMessageContaining("aludel.yaml:2:")
        .hasMessageContaining("a hook needs a \"name\" and a \"command\"")
        .hasMessageContaining("\"timeout\" must be such as 30s or 2m")
        .hasMessageContaining("did you mean \"command\"");
  }

  @Test
  void argumentsReachExtensionsAndNothingElse() throws IOException {
    file("comparators: [\"~aludel.comments\"]");

    Settings settings = all(Map.of("orm.arg.region", "eu", "orm.arg.a.b", "1")).get(0);

    assertThat(settings.arguments()).isEqualTo(Map.of("region", "eu", "a.b", "1"));
    assertThat(settings.comparators()).containsExactly("~aludel.comments");
  }
}
