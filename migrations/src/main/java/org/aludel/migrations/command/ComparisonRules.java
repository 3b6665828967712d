package org.aludel.migrations.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.aludel.migrations.compare.CompareOptions;
import org.aludel.migrations.compare.DropPolicy;
import org.aludel.migrations.compare.Exclusions;
import org.aludel.migrations.compare.Ownership;
import org.aludel.migrations.compare.RenameHint;
import org.aludel.migrations.config.ObjectPattern;
import org.aludel.migrations.config.Settings;
import org.aludel.schema.QualifiedName;

/** Settings as the comparison understands them. */
final class ComparisonRules {
  /** Tables of ours and of Liquibase; no model has them and no revision drops them. */
  private static final List<String> BOOKKEEPING =
      List.of(
          "aludel_version", "aludel_revision_log", "databasechangelog", "databasechangeloglock");

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
        .withSchemas(Set.copyOf(settings.schemas()))
        .withExclusions(exclusions(settings))
        .withBookkeeping(Set.copyOf(BOOKKEEPING.stream().map(QualifiedName::of).toList()))
        .withDrops(CompareOptions.Drops.allowed());
  }

  /** The same over every object, whatever the settings leave out. */
  static CompareOptions everything(Workbench bench) {
    return neutral(bench).withExclusions(Exclusions.none());
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
