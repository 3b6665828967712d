package org.aludel.migrations.command;

import org.aludel.engine.DatabaseUrl;
import org.aludel.error.MigrationCode;
import org.aludel.error.Problem;
import org.aludel.error.RevisionException;
import org.aludel.migrations.config.Settings;
import org.jspecify.annotations.Nullable;

/**
 * What may be done to a database by what the chosen profile says of it.
 *
 * @param url of the database; null where it came as a data source
 */
record Allowed(@Nullable DatabaseUrl url, Settings settings) {
  private static final String EMBEDDED = "jdbc:embedded:postgresql";

  /**
   * Refuses to undo revisions where the profile forbids it.
   *
   * @throws RevisionException DOWNGRADE_FORBIDDEN
   */
  void downgrade(String command) {
    if (!settings.activeProfile().downgrade()) {
      throw new RevisionException(
          Problem.of(MigrationCode.DOWNGRADE_FORBIDDEN, "cannot " + command + " this database")
              .found("the profile \"" + settings.profile() + "\" says downgrade: forbid")
              .expected("a profile that allows it")
              .fix("write a revision that leads forward, or choose another profile"));
    }
  }

  /**
   * Refuses what only a database that may be thrown away takes: an embedded one, or one whose
   * profile says so, or that a person names.
   *
   * @param force the name of the profile or of the database, or null
   * @throws RevisionException NOT_DISPOSABLE
   */
  void discard(String action, @Nullable String force) {
    if (settings.tenants().given()) {
      throw new RevisionException(
          Problem.of(MigrationCode.NOT_DISPOSABLE, "cannot " + action + ", a database of tenants")
              .found("\"tenants\" in the settings")
              .expected("a database that is one history's alone")
              .fix("mvn orm:downgrade -Dorm.to=base takes all tenants back"));
    }
    String profile = settings.profile();
    if (!disposable() && !isNamed(force)) {
      throw new RevisionException(
          Problem.of(MigrationCode.NOT_DISPOSABLE, "cannot " + action)
              .found(
                  (profile == null ? "no profile" : "the profile \"" + profile + "\"")
                      + (force == null ? "" : ", and \"" + force + "\" is not its name"))
              .expected("an embedded database, or a profile with disposable: true")
              .fix("profiles: {dev: {disposable: true}} in aludel.yaml, and -Dorm.profile=dev"));
    }
  }

  private boolean disposable() {
    boolean embedded = url != null && url.protocol().equals(EMBEDDED);
    return embedded || settings.activeProfile().disposable();
  }

  private boolean isNamed(@Nullable String force) {
    return force != null
        && (force.equals(settings.profile()) || (url != null && force.equals(url.database())));
  }
}
