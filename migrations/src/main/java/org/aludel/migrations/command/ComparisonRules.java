package org.aludel.migrations.command;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.aludel.migrations.compare.CompareOptions;
import org.aludel.migrations.compare.DropPolicy;
import org.aludel.migrations.compare.Exclusions;
import org.aludel.migrations.compare.Ownership;
import org.aludel.migrations.compare.RenameHint;
import org.aludel.migrations.config.ObjectPattern;
import org.aludel.migrations.config.Settings;
import org.aludel.migrations.extension.ComparisonAdditions;
import org.aludel.migrations.extension.Extensions;
import org.aludel.migrations.extension.TypeDialect;
import org.aludel.schema.QualifiedName;
import org.aludel.schema.Table;

/** Settings as the comparison understands them. */
final class ComparisonRules {
  private ComparisonRules() {}

  /** All that the settings say, for a comparison of the live database with the model. */
  static CompareOptions of(Workbench bench, Ownership ownership) {
    Settings settings = bench.settings();
    DropPolicy policy = DropPolicy.valueOf(settings.drops().name());
    return neutral(bench)
        .withRenames(renames(bench))
        .withDrops(new CompareOptions.Drops(policy, Set.copyOf(settings.drop()), ownership));
  }

  /** What counts at all; no renames, and every drop is a difference. */
  static CompareOptions neutral(Workbench bench) {
    Settings settings = bench.settings();
    String schema = bench.options().defaultSchema();
    return CompareOptions.of(bench.engine().dialect().quoter(), schema)
        .withSchemas(settings.tenants().given() ? Set.of(schema) : Set.copyOf(bench.schemas()))
        .withExclusions(exclusions(settings))
        .withBookkeeping(bookkeeping(bench))
        .withDrops(CompareOptions.Drops.allowed())
        .withAdditions(
            withTypes(bench, additions(bench, schema).comparison(settings.comparators())));
  }

  /** What the database means by names of types, unless users have decided. */
  private static ComparisonAdditions withTypes(Workbench bench, ComparisonAdditions additions) {
    return TypeDialect.of(bench.engine().dialect())
        .types()
        .map(hook -> additions.with(additions.columns().and(hook)))
        .orElse(additions);
  }

  /** Tables of ours and of Liquibase; no model has them and no revision drops them. */
  private static Set<QualifiedName> bookkeeping(Workbench bench) {
    Set<QualifiedName> tables = new LinkedHashSet<>(bench.options().bookkeepingTables());
    tables.add(QualifiedName.of("aludel_tenant"));
    return tables;
  }

  /** Of tenants only what is in the template's schema: all else would be done once for each. */
  private static Extensions additions(Workbench bench, String schema) {
    return bench.settings().tenants().given()
        ? bench.extensions().byObject(each -> schema.equals(each.name().schema()))
        : bench.extensions();
  }

  /** The same over every object, whatever the settings leave out. */
  static CompareOptions everything(Workbench bench) {
    return neutral(bench).withExclusions(Exclusions.none());
  }

  /** Tables that may get generated rows: of the schemas that count, and not left out. */
  static Predicate<Table> filled(Workbench bench) {
    Exclusions exclusions = exclusions(bench.settings());
    Set<String> schemas = Set.copyOf(bench.schemas());
    return table -> {
      String schema = table.name().schema();
      return !bench.options().bookkeepingTables().contains(table.name())
          && schemas.contains(schema == null ? bench.options().defaultSchema() : schema)
          && !exclusions.excludesTable(table.name(), bench.options().defaultSchema());
    };
  }

  private static Exclusions exclusions(Settings settings) {
    Exclusions exclusions = Exclusions.none();
    for (ObjectPattern each : settings.exclude()) {
      exclusions = exclusions.and(each.kind(), each.glob());
    }
    return exclusions;
  }

  private static List<RenameHint> renames(Workbench bench) {
    List<RenameHint> hints = new ArrayList<>();
    WantedModel model = bench.model();
    if (model != null) {
      hints.addAll(model.renames());
    }
    bench
        .settings()
        .rename()
        .forEach(rename -> hints.add(new RenameHint.OfAny(rename.from() + ":" + rename.to())));
    return hints;
  }
}
