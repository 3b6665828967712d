package org.aludel.migrations.lint;

import java.util.ArrayList;
import java.util.List;
import org.aludel.migrations.operation.CustomOperation;
import org.aludel.migrations.operation.Operation;
import org.aludel.schema.MetaData;

/** All rules together. Immutable and thread-safe. */
public final class Lint {
  private static final List<LintRule> RULES =
      List.of(
          new CreateIndexRule(),
          new DropIndexRule(),
          new PartitionedIndexRule(),
          new AddForeignKeyRule(),
          new AddCheckRule(),
          new AddUniqueRule(),
          new AddPrimaryKeyRule(),
          new SetNotNullRule(),
          new VolatileDefaultRule(),
          new AddStoredColumnRule(),
          new AddCountedColumnRule(),
          new TypeRewriteRule(),
          new CollationRule(),
          new KeyTypeRule(),
          new AddExclusionRule(),
          new DomainRule(),
          new AttachPartitionRule(),
          new RebuildRule(),
          new RewriteRule(),
          new NotNullWithoutDefaultRule(),
          new DuplicatesRule(),
          new BecomesUniqueRule(),
          new NullsRule(),
          new NarrowingRule(),
          new TextCastRule(),
          new OrphansRule(),
          new RemovedLabelRule(),
          new RefusedRowsRule(),
          new DropTableRule(),
          new DropColumnRule(),
          new DropSchemaRule(),
          new DropTypeRule(),
          new LossyCastRule(),
          new ProbableRenameRule(),
          new DropConstraintRule(),
          new ExposureRule(),
          new TimeZoneRule(),
          new RenameTableRule(),
          new RenameColumnRule());

  private Lint() {}

  /** The hazards of a revision's operations, in the order of the operations, then of the codes. */
  public static List<Hazard> hazards(List<Operation> operations) {
    return hazards(operations, MetaData.empty());
  }

  /**
   * The same for a database that is known.
   *
   * @param before the database after the renames among the operations
   */
  public static List<Hazard> hazards(List<Operation> operations, MetaData before) {
    RevisionScope scope = new RevisionScope(operations, before);
    List<Hazard> hazards = new ArrayList<>();
    for (Operation operation : operations) {
      for (LintRule rule : RULES) {
        if (rule.applies(operation, scope)) {
          hazards.add(new Hazard(rule.code(), operation, rule.harm(), rule.cure()));
        }
      }
      if (operation instanceof CustomOperation custom) {
        custom
            .cautions()
            .forEach(
                each -> hazards.add(new Hazard(each.code(), custom, each.harm(), each.cure())));
      }
    }
    return List.copyOf(hazards);
  }

  /** The codes of all rules, sorted. */
  public static List<String> codes() {
    return RULES.stream().map(LintRule::code).sorted().toList();
  }
}
