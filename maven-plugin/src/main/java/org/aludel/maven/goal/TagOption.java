package org.aludel.maven.goal;

import org.aludel.error.MigrationCode;
import org.aludel.error.Problem;
import org.aludel.maven.MavenException;
import org.aludel.maven.report.Report;
import org.aludel.migrations.command.Migrations;
import org.jspecify.annotations.Nullable;

/** The name that {@code -Dorm.tag} gives to where the database is afterwards. */
record TagOption(@Nullable String name) {
  /** A script ends before anybody knows which row of the ledger is the last. */
  void requireNone() {
    if (name != null) {
      throw new MavenException(
          Problem.of(
                  MigrationCode.INVALID_SETTING,
                  "cannot put the tag \"" + name + "\" into a script")
              .found("orm.offline and orm.tag together")
              .expected("orm.tag for what is run")
              .fix("leave orm.tag out; a later mvn orm:upgrade -Dorm.tag=" + name + " sets it"));
    }
  }

  void set(Migrations migrations, Report report) {
    if (name != null) {
      report.tagged(name, migrations.tag(name));
    }
  }
}
