package org.aludel.maven.settings;

import java.util.List;
import org.aludel.error.Problem;
import org.aludel.maven.MavenCode;
import org.aludel.maven.MavenException;
import org.aludel.util.Suggestion;
import org.apache.maven.settings.Server;
import org.apache.maven.settings.Settings;
import org.apache.maven.settings.building.SettingsProblem;
import org.apache.maven.settings.crypto.DefaultSettingsDecryptionRequest;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.apache.maven.settings.crypto.SettingsDecryptionResult;

/** Finds user and password of a {@code <server>} in settings.xml, decrypted as Maven does it. */
public final class ServerCredentials {
  private final Settings settings;
  private final SettingsDecrypter decrypter;

  public ServerCredentials(Settings settings, SettingsDecrypter decrypter) {
    this.settings = settings;
    this.decrypter = decrypter;
  }

  /**
   * The credentials of one server.
   *
   * @throws MavenException UNKNOWN_SERVER, or UNDECRYPTABLE_SERVER without the text of the password
   */
  public Credentials of(String id) {
    Server server = settings.getServer(id);
    if (server == null) {
      throw unknown(id);
    }
    SettingsDecryptionResult result =
        decrypter.decrypt(new DefaultSettingsDecryptionRequest(server));
    for (SettingsProblem problem : result.getProblems()) {
      if (problem.getSeverity() != SettingsProblem.Severity.WARNING) {
        throw undecryptable(id, problem);
      }
    }
    Server plain = result.getServer();
    return new Credentials(plain.getUsername(), plain.getPassword());
  }

  private MavenException unknown(String id) {
    List<String> ids = settings.getServers().stream().map(Server::getId).sorted().toList();
    return new MavenException(
        Problem.of(MavenCode.UNKNOWN_SERVER, "cannot read the server \"" + id + "\"")
            .found(
                (ids.isEmpty() ? "no <server> in settings.xml" : "only " + String.join(", ", ids))
                    + Suggestion.phrase(id, ids))
            .expected("a <server> with this <id>, a <username> and a <password>")
            .fix("add it to ~/.m2/settings.xml, or leave -Dorm.server out"));
  }

  private static MavenException undecryptable(String id, SettingsProblem problem) {
    return new MavenException(
        Problem.of(
                MavenCode.UNDECRYPTABLE_SERVER,
                "cannot decrypt the password of the server \"" + id + "\"")
            .found(problem.getMessage())
            .expected("a password that Maven's master password opens")
            .fix("mvn --encrypt-password, then put the result into settings.xml"),
        problem.getException());
  }
}
