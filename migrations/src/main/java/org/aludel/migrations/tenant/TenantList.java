package org.aludel.migrations.tenant;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.aludel.engine.Connection;
import org.aludel.engine.Engine;
import org.aludel.error.MigrationCode;
import org.aludel.error.Problem;
import org.aludel.error.RevisionException;
import org.aludel.migrations.config.TenantSetting;
import org.aludel.sql.Row;
import org.aludel.util.Suggestion;

/**
 * The tenants of a database.
 *
 * @param all sorted by name
 * @param schemas that the database has
 */
record TenantList(List<String> all, Set<String> schemas) {
  private static final String SCHEMAS =
      """
      SELECT nspname::text FROM pg_catalog.pg_namespace
      WHERE nspname NOT LIKE 'pg\\_%' AND nspname <> 'information_schema' ORDER BY 1\
      """;

  TenantList {
    all = List.copyOf(all);
    schemas = Set.copyOf(schemas);
  }

  /** Asks the database: one query for the schemas, and the one of the setting. */
  static TenantList of(Engine engine, TenantSetting setting) {
    Set<String> schemas = new TreeSet<>();
    Set<String> tenants = new TreeSet<>();
    try (Connection connection = engine.connect()) {
      for (Row row : connection.execute(SCHEMAS)) {
        schemas.add(String.valueOf(row.get(0)));
      }
      String query = setting.query();
      if (query != null) {
        for (Row row : connection.execute(query)) {
          tenants.add(String.valueOf(row.get(0)));
        }
      }
      connection.rollback();
    }
    for (String each : setting.schemas()) {
      if (TenantSetting.isPattern(each)) {
        Pattern pattern = pattern(each);
        schemas.stream().filter(name -> pattern.matcher(name).matches()).forEach(tenants::add);
      } else {
        tenants.add(each);
      }
    }
    return new TenantList(List.copyOf(tenants), schemas);
  }

  /**
   * Those that are meant.
   *
   * @param names empty for all
   * @throws RevisionException INVALID_SETTING for a name that is none, or where there are none
   */
  List<String> chosen(List<String> names) {
    if (all.isEmpty()) {
      throw new RevisionException(
          Problem.of(MigrationCode.INVALID_SETTING, "cannot find the tenants")
              .found("no schema that \"tenants\" matches, among " + String.join(", ", schemas))
              .expected("at least one")
              .fix("correct \"tenants\" in aludel.yaml, or create the first tenant's schema"));
    }
    for (String name : names) {
      if (!all.contains(name)) {
        throw new RevisionException(
            Problem.of(MigrationCode.INVALID_SETTING, "cannot find the tenant \"" + name + "\"")
                .found(all.size() + " tenants, none of that name" + Suggestion.phrase(name, all))
                .expected("one of them")
                .fix("mvn orm:status lists them"));
      }
    }
    return names.isEmpty() ? all : List.copyOf(new TreeSet<>(names));
  }

  private static Pattern pattern(String glob) {
    StringBuilder regex = new StringBuilder();
    for (int at = 0; at < glob.length(); at++) {
      char each = glob.charAt(at);
      regex.append(each == '*' ? ".*" : each == '?' ? "." : Pattern.quote(String.valueOf(each)));
    }
    return Pattern.compile(regex.toString());
  }
}
