package org.aludel.maven.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.aludel.migrations.config.DropPolicy;
import org.aludel.migrations.config.Settings;
import org.apache.maven.model.Build;
import org.apache.maven.model.Plugin;
import org.apache.maven.project.MavenProject;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.codehaus.plexus.util.xml.Xpp3DomBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModuleConfigurationTest {
  @TempDir Path directory;

  @Test
  void readsTextsAndListsOfThePluginsConfiguration() throws Exception {
    MavenProject module =
        module(
            "<configuration><drops>allow</drops><directory>revisions</directory>"
                + "<schemas><schema>one</schema><schema>two</schema></schemas></configuration>");

    Settings settings = load(module);

    assertThat(settings.drops()).isEqualTo(DropPolicy.ALLOW);
    assertThat(settings.directory()).isEqualTo(directory.resolve("revisions"));
    assertThat(settings.schemas()).containsExactly("one", "two");
  }

  @Test
  void propertiesCountWhereTheConfigurationIsSilent() throws Exception {
    MavenProject module = module("<configuration><drops>allow</drops></configuration>");
    module.getProperties().setProperty("orm.drops", "none");
    module.getProperties().setProperty("orm.user", "app");

    Settings settings = load(module);

    assertThat(settings.drops()).isEqualTo(DropPolicy.ALLOW);
    assertThat(settings.user()).isEqualTo("app");
  }

  @Test
  void theCommandLineIsStrongerThanTheConfiguration() throws Exception {
    MavenProject module =
        module("<configuration><drops>allow</drops><user>app</user></configuration>");
    Properties typed = new Properties();
    typed.setProperty("orm.drops", "none");
    typed.setProperty("orm.strict", "true");

    Settings settings =
        load(ModuleConfiguration.of(module).withCommandLine(typed, List.of("strict")));

    assertThat(settings.drops()).isEqualTo(DropPolicy.NONE);
    assertThat(settings.user()).isEqualTo("app");
  }

  @Test
  void aModuleThatSaysNothingHasTheDefaults() {
    assertThat(load(new MavenProject()).drops()).isEqualTo(DropPolicy.PENDING);
  }

  private Settings load(MavenProject module) {
    return load(ModuleConfiguration.of(module));
  }

  private Settings load(GoalSettings given) {
    SettingsDecrypter unused =
        request -> {
          throw new AssertionError("no server is named");
        };
    List<Settings> all =
        given.load(
            directory,
            Map.of(),
            new ServerCredentials(new org.apache.maven.settings.Settings(), unused));
    return all.get(0);
  }

  private static MavenProject module(String configuration) throws Exception {
    Plugin plugin = new Plugin();
    plugin.setGroupId("org.aludel");
    plugin.setArtifactId("aludel-maven-plugin");
    plugin.setConfiguration(Xpp3DomBuilder.build(new StringReader(configuration)));
    MavenProject module = new MavenProject();
    module.getModel().setBuild(new Build());
    module.getBuild().addPlugin(plugin);
    return module;
  }
}
