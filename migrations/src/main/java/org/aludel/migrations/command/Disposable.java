package org.aludel.migrations.command;

import org.aludel.engine.DatabaseUrl;
import org.aludel.error.MigrationCode;
import org.aludel.error.Problem;
import org.aludel.error.RevisionException;
import org.jspecify.annotations.Nullable;

/** Whether the rows of a database matter to nobody. */
final class Disposable {
  private static final String EMBEDDED = "jdbc:embedded:postgresql";

  private Disposable() {}

  /** Whether the embedded server or the profile says so, or a person by the database's name. */
  static void require(Workbench bench, String action, @Nullable String force) {
    DatabaseUrl url = bench.engine().url();
    String profile = bench.settings().profile();
    boolean embedded = url != null && url.protocol().equals(EMBEDDED);
    boolean forced =
        force != null && (force.equals(profile) || (url != null && force.equals(url.database())));
    if (!embedded && !forced && !bench.settings().activeProfile().disposable()) {
      throw new RevisionException(
          Problem.of(MigrationCode.NOT_DISPOSABLE, "cannot " + action)
              .found(
                  (profile == null ? "no profile" : "the profile \"" + profile + "\"")
                      + (force == null ? "" : ", and \"" + force + "\" is not its name"))
              .expected("an embedded database, or a profile with disposable: true")
              .fix("profiles: {dev: {disposable: true}} in aludel.yaml, and -Dorm.profile=dev"));
    }
  }

  /** A whole database is that of all tenants. */
  static void requireNoTenants(Workbench bench) {
    if (bench.settings().tenants().given()) {
      throw new RevisionException(
          Problem.of(MigrationCode.NOT_DISPOSABLE, "cannot throw away a database of tenants")
              .found("\"tenants\" in the settings")
              .expected("a database that is one history's alone")
              .fix("mvn orm:downgrade -Dorm.to=base takes all tenants back"));
    }
  }
}
