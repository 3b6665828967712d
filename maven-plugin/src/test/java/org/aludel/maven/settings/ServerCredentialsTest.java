package org.aludel.maven.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.aludel.maven.MavenException;
import org.apache.maven.settings.Server;
import org.apache.maven.settings.Settings;
import org.apache.maven.settings.building.DefaultSettingsProblem;
import org.apache.maven.settings.building.SettingsProblem;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.apache.maven.settings.crypto.SettingsDecryptionResult;
import org.junit.jupiter.api.Test;

class ServerCredentialsTest {
  private final Settings settings = settings("shop-db", "app", "{coded}");

  @Test
  void givesUserAndDecryptedPassword() {
    Credentials found =
        new ServerCredentials(settings, answering(server("app", "secret"))).of("shop-db");

    assertThat(found).isEqualTo(new Credentials("app", "secret"));
  }

  @Test
  void printsNoPassword() {
    assertThat(new Credentials("app", "secret")).asString().doesNotContain("secret");
  }

  @Test
  void anUnknownServerIsNamedWithTheNearestOne() {
    ServerCredentials credentials =
        new ServerCredentials(settings, answering(server("app", "secret")));

    assertThatThrownBy(() -> credentials.of("shop-bd"))
        .isInstanceOf(MavenException.class)
        .hasMessageContaining("ORM-MAVEN-UNKNOWN-SERVER")
        .hasMessageContaining("did you mean \"shop-db\"?");
  }

  @Test
  void aPasswordThatCannotBeDecryptedIsAnErrorThatDoesNotShowIt() {
    ServerCredentials credentials =
        new ServerCredentials(settings, answering(server("app", "{coded}"), "no master password"));

    assertThatThrownBy(() -> credentials.of("shop-db"))
        .hasMessageContaining("ORM-MAVEN-UNDECRYPTABLE-SERVER")
        .hasMessageContaining("no master password")
        .hasMessageNotContaining("{coded}");
  }

  private static Settings settings(String id, String user, String password) {
    Server server = server(user, password);
    server.setId(id);
    Settings settings = new Settings();
    settings.addServer(server);
    return settings;
  }

  private static Server server(String user, String password) {
    Server server = new Server();
    server.setUsername(user);
    server.setPassword(password);
    return server;
  }

  private static SettingsDecrypter answering(Server plain, String... errors) {
    List<SettingsProblem> problems =
        List.of(errors).stream()
            .<SettingsProblem>map(
                text ->
                    new DefaultSettingsProblem(
                        text, SettingsProblem.Severity.ERROR, "settings.xml", -1, -1, null))
            .toList();
    return request ->
        new SettingsDecryptionResult() {
          @Override
          public Server getServer() {
            return plain;
          }

          @Override
          public List<Server> getServers() {
            return List.of(plain);
          }

          @Override
          public org.apache.maven.settings.Proxy getProxy() {
            throw new UnsupportedOperationException();
          }

          @Override
          public List<org.apache.maven.settings.Proxy> getProxies() {
            return List.of();
          }

          @Override
          public List<SettingsProblem> getProblems() {
            return problems;
          }
        };
  }
}
