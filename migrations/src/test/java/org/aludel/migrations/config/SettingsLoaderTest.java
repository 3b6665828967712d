package org.aludel.migrations.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.aludel.engine.DatabaseUrl;
import org.aludel.error.MigrationCode;
import org.aludel.error.RevisionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsLoaderTest {
  private final Path base;

  SettingsLoaderTest(@TempDir Path base) {
    this.base = base;
  }

  @Test
  void defaultsHoldWhereNothingIsSet() {
    Settings settings = load(Map.of(), Map.of());

    assertThat(settings.url()).isNull();
    assertThat(settings.directory()).isEqualTo(base.resolve("src/main/resources/db/migrations"));
    assertThat(settings.schemas()).containsExactly("public");
    assertThat(settings.drops()).isEqualTo(DropPolicy.PENDING);
    assertThat(settings.unmanaged()).isEqualTo(UnmanagedPolicy.EXCLUDE);
    assertThat(settings.model().sqlFile()).isNull();
    assertThat(settings.scratch().mode()).isEqualTo(ScratchSetting.Mode.AUTO);
    assertThat(settings.activeProfile()).isEqualTo(Profile.DEFAULT);
  }

  @Test
  void settingsOfRunsComeFromAllSources() throws IOException {
    file("version-schema: meta\nlock-timeout: 2s\nstatement-timeout: 0\ntransaction: all\n");

    RunSetting running =
        load(
                Map.of("ALUDEL_VERSION_TABLE", "shop_version", "ALUDEL_LOCK_TIMEOUT", "300ms"),
                Map.of("orm.lock-retries", "3"))
            .running();

    assertThat(running)
        .isEqualTo(
            new RunSetting("shop_version", "meta", Duration.ofMillis(300), 3, Duration.ZERO, true));
  }

  @Test
  void wrongSettingsOfRunsAreNamed() throws IOException {
    file("lock-timeout: 5 seconds\nversion-table: " + "x".repeat(60) + "\n");

    Map<String, String> given =
        Map.of("orm.lock-retries", "many", "orm.statement-timeout", "5", "orm.transaction", "none");
    assertThat(catchThrowableOfType(RevisionException.class, () -> load(Map.of(), given)))
        .hasMessageContaining(
            "aludel.yaml:1:15: \"lock-timeout\" must be a time such as 500ms, 5s, 2min or 1h, or 0"
                + " for no limit, found \"5 seconds\"")
        .hasMessageContaining("\"version-table\" must be a name of at most 54 bytes")
        .hasMessageContaining("\"lock-retries\" must be a number from 0 to 100, found \"many\"")
        .hasMessageContaining(
            "\"transaction\" must be revision, for one each, or all, found \"none\"")
        .hasMessageContaining("-Dorm.statement-timeout: \"statement-timeout\" must be a time");
  }

  @Test
  void aBuildWithoutTheDatabasesAddressKnowsHowRevisionsAreRun() throws IOException {
    file("url: ${NOWHERE}\nversion-schema: ${ALSO_NOWHERE}\n");

    RunSetting running =
        SettingsLoader.packed(base, Map.of("ALSO_NOWHERE", "meta"), Map.of("orm.to", "x"))
            .get(0)
            .running();

    assertThat(running.versionSchema()).isEqualTo("meta");
    assertThat(
            catchThrowableOfType(
                RevisionException.class, () -> SettingsLoader.packed(base, Map.of(), Map.of())))
        .hasMessageContaining("aludel.yaml:2:17: \"version-schema\" is empty");
  }

  @Test
  void aBuildKnowsWhatToPackOfEachDatabase() throws IOException {
    file(
        """
        version-schema: meta
        databases:
          shop: {url: "${NOWHERE}"}
          billing: {url: "${NOWHERE}", directory: src/main/resources/bills, version-table: bills}
        """);

    List<Settings> packed = SettingsLoader.packed(base, Map.of(), Map.of());

    assertThat(packed).extracting(Settings::database).containsExactly("shop", "billing");
    assertThat(packed)
        .extracting(each -> base.relativize(each.directory()).toString().replace('\\', '/'))
        .containsExactly("src/main/resources/db/shop", "src/main/resources/bills");
    assertThat(packed)
        .extracting(each -> each.running().versionSchema() + "." + each.running().versionTable())
        .containsExactly("meta.aludel_version", "meta.bills");
  }

  @Test
  void theFileOfTheDesignIsRead() throws IOException {
    file(
        """
        url: ${DATABASE_URL}
        model: {packages: [shop.domain], defaults: hibernate}
        directory: db
        schemas: [public, audit]
        exclude: ["table:qrtz_*"]
        drops: none
        scratch: none
        profiles: {prod: {downgrade: forbid}, dev: {disposable: true}}
        """);

    Settings settings =
        load(Map.of("DATABASE_URL", "postgresql://db/shop"), Map.of("orm.profile", "prod"));

    assertThat(settings.url()).isEqualTo(DatabaseUrl.parse("postgresql://db/shop"));
    assertThat(settings.model().packages()).containsExactly("shop.domain");
    assertThat(settings.model().defaults()).isEqualTo(ModelSetting.Defaults.HIBERNATE);
    assertThat(settings.directory()).isEqualTo(base.resolve("db"));
    assertThat(settings.schemas()).containsExactly("public", "audit");
    assertThat(settings.exclude()).containsExactly(new ObjectPattern("table", "qrtz_*"));
    assertThat(settings.drops()).isEqualTo(DropPolicy.NONE);
    assertThat(settings.scratch().mode()).isEqualTo(ScratchSetting.Mode.NONE);
    assertThat(settings.activeProfile()).isEqualTo(new Profile(false, false));
    assertThat(settings.profiles().get("dev")).isEqualTo(new Profile(true, true));
  }

  @Test
  void propertiesWinOverTheEnvironmentAndThatOverTheFile() throws IOException {
    file("drops: none\nunmanaged: include\nuser: file\n");

    Settings settings =
        load(
            Map.of("ALUDEL_DROPS", "pending", "ALUDEL_USER", "environment", "ALUDEL_URL", ""),
            Map.of("orm.drops", "allow"));

    assertThat(settings.drops()).isEqualTo(DropPolicy.ALLOW);
    assertThat(settings.user()).isEqualTo("environment");
    assertThat(settings.unmanaged()).isEqualTo(UnmanagedPolicy.INCLUDE);
    assertThat(settings.url()).isNull();
  }

  @Test
  void whatBelongsToOneRunComesFromProperties() {
    Settings settings =
        load(
            Map.of(),
            Map.of(
                "orm.message", "add email, and more",
                "orm.to", "head",
                "orm.drop", "user_account.nick, old",
                "orm.rename", "user_account.name:full_name",
                "orm.model", "sql:schema.sql"));

    assertThat(settings.message()).isEqualTo("add email, and more");
    assertThat(settings.to()).isEqualTo("head");
    assertThat(settings.drop()).containsExactly("user_account.nick", "old");
    assertThat(settings.rename()).containsExactly(new Rename("user_account.name", "full_name"));
    assertThat(settings.model().sqlFile()).isEqualTo(base.resolve("schema.sql").toString());
  }

  @Test
  void allProblemsOfAllSourcesAreTold() throws IOException {
    file(
        """
        shcemas: [public]
        drops: alow
        message: no
        url: ${MISSING}
        model: {package: [a]}
        exclude: [tabel:x]
        """);

    RevisionException thrown =
        catchThrowableOfType(
            RevisionException.class,
            () ->
                load(
                    Map.of("ALUDEL_DROPZ", "none", "ALUDEL_HOME", "elsewhere"),
                    Map.of("orm.direktory", "x", "orm.rename", "x")));

    assertThat(thrown.code()).isEqualTo(MigrationCode.INVALID_SETTING);
    assertThat(thrown)
        .hasMessageContaining("cannot read the settings: 9 problems")
        .hasMessageContaining(
            "aludel.yaml:1:1: unknown key \"shcemas\" in the settings, did you mean \"schemas\"?")
        .hasMessageContaining("aludel.yaml:2:8: \"drops\" must be none, pending, allow, found")
        .hasMessageContaining("aludel.yaml:3:1: \"message\" belongs to one run")
        .hasMessageContaining("aludel.yaml:4:6: the environment has no variable \"MISSING\"")
        .hasMessageContaining("unknown key \"package\" in \"model\", did you mean \"packages\"?")
        .hasMessageContaining("found \"tabel:x\", did you mean \"table\"?")
        .hasMessageContaining("ALUDEL_DROPZ: unknown environment variable")
        .hasMessageContaining("-Dorm.direktory: unknown property, did you mean \"orm.directory\"?")
        .hasMessageContaining("-Dorm.rename: \"rename\" holds old:new");
  }

  @Test
  void anUnknownProfileIsRefused() throws IOException {
    file("profiles: {prod: {downgrade: forbid}}\n");

    assertThat(
            catchThrowableOfType(
                RevisionException.class, () -> load(Map.of(), Map.of("orm.profile", "prd"))))
        .hasMessageContaining("there is no profile \"prd\", did you mean \"prod\"?");
  }

  @Test
  void aDollarSignIsKeptWhereItIsDoubled() throws IOException {
    file("password: a$${b}$c\n");

    assertThat(load(Map.of(), Map.of()).password()).isEqualTo(new Secret("a${b}$c"));
  }

  @Test
  void noSecretIsPrinted() {
    Settings settings =
        load(
            Map.of("ALUDEL_PASSWORD", "hunter2"),
            Map.of("orm.url", "postgresql://me:hunter2@db/shop?password=hunter2&x=1"));

    assertThat(settings.toString())
        .doesNotContain("hunter2")
        .contains("postgresql://me:***@db/shop?x=1");
    assertThat(settings.password()).extracting(Secret::reveal).isEqualTo("hunter2");
  }

  @Test
  void scratchDatabasesCanGoToAnotherServer() throws IOException {
    file("scratch: {url: postgresql://ci/postgres}\n");

    assertThat(load(Map.of(), Map.of()).scratch().url())
        .isEqualTo(DatabaseUrl.parse("postgresql://ci/postgres"));
    assertThat(load(Map.of(), Map.of("orm.scratch", "none")).scratch().mode())
        .isEqualTo(ScratchSetting.Mode.NONE);
    assertThat(load(Map.of(), Map.of("orm.scratch", "postgresql://x/y")).scratch().url())
        .isEqualTo(DatabaseUrl.parse("postgresql://x/y"));
  }

  private Settings load(Map<String, String> environment, Map<String, String> properties) {
    return SettingsLoader.load(base, environment, properties);
  }

  private void file(String text) throws IOException {
    Files.writeString(base.resolve("aludel.yaml"), text);
  }
}
