package org.aludel.migrations.tenant;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.aludel.engine.Engine;
import org.aludel.error.MigrationCode;
import org.aludel.error.Problem;
import org.aludel.error.RevisionException;
import org.aludel.migrations.config.TenantSetting;

/**
 * The one tenant that a script of SQL is for: a script has one search path and one version table.
 *
 * @param schema its name
 * @param rule what its revisions may say; knows the schemas of all tenants
 */
public record ChosenTenant(String schema, TenantRule rule) {
  /**
   * Asks the database for its tenants, because the rule must know them all.
   *
   * @param names those that are meant
   * @throws RevisionException INVALID_SETTING unless they are one
   */
  public static ChosenTenant of(Engine engine, TenantSetting setting, List<String> names) {
    TenantList tenants = TenantList.of(engine, setting);
    List<String> chosen = tenants.chosen(names);
    if (chosen.size() != 1) {
      throw new RevisionException(
          Problem.of(MigrationCode.INVALID_SETTING, "cannot write a script for several tenants")
              .found(chosen.size() + " tenants")
              .expected("one: each has a version table of its own")
              .fix("-Dorm.tenant=" + chosen.get(0)));
    }
    Set<String> all = new HashSet<>(tenants.all());
    all.add(setting.templateSchema());
    return new ChosenTenant(chosen.get(0), new TenantRule(all));
  }
}
