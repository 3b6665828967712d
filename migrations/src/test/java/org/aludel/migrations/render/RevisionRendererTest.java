package org.aludel.migrations.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.aludel.dialect.Dialect;
import org.aludel.dialect.DialectRegistry;
import org.aludel.migrations.compare.CompareOptions;
import org.aludel.migrations.compare.Comparison;
import org.aludel.migrations.compare.Differences;
import org.aludel.migrations.lint.Hazard;
import org.aludel.migrations.lint.Lint;
import org.aludel.migrations.operation.RandomSchema;
import org.aludel.migrations.plan.DdlPlan;
import org.aludel.migrations.plan.MigrationPlan;
import org.aludel.migrations.plan.OperationOrder;
import org.aludel.migrations.revision.Change;
import org.aludel.migrations.revision.ChangeSet;
import org.aludel.schema.Column;
import org.aludel.schema.ConstraintName;
import org.aludel.schema.EnumType;
import org.aludel.schema.MetaData;
import org.aludel.schema.QualifiedName;
import org.aludel.schema.Table;
import org.aludel.schema.UniqueConstraint;
import org.aludel.type.SqlTypes;
import org.junit.jupiter.api.Test;

final class RevisionRendererTest {
  private static final Dialect DIALECT =
      DialectRegistry.load().forUrl("jdbc:postgresql://localhost/x").orElseThrow();
  private static final RevisionRenderer RENDERER = new RevisionRenderer();
  private static final Column ID = Column.of("id", SqlTypes.BIGINT).notNull();

  @Test
  void theTourIsWrittenInLiquibasesOwnWords() {
    Table after =
        table(ID, Column.of("email", SqlTypes.varchar(255)))
            .withConstraints(
                List.of(
                    UniqueConstraint.of(
                        ConstraintName.conventional("uq_user_account_email"), List.of("email"))));

    MigrationPlan plan =
        plan(MetaData.ofTables(List.of(table(ID))), MetaData.ofTables(List.of(after)));
    ChangeSet step = RENDERER.changeSets(plan, "ae1027a6acf0", "add email").get(0);

    assertThat(step.id()).isEqualTo("ae1027a6acf0-1");
    assertThat(step.changes())
        .extracting(Change::type)
        .containsExactly("addColumn", "addUniqueConstraint");
    assertThat(step.rollback())
        .extracting(Change::type)
        .containsExactly("dropUniqueConstraint", "dropColumn");
    assertThat(plan.lossy()).containsExactly("user_account.email");
    assertThat(plan.operations())
        .extracting(each -> each.operation().describe())
        .containsExactly(
            "add column  user_account.email varchar(255)",
            "add unique  uq_user_account_email (email)");
  }

  @Test
  void theBannerHasTheHazardBesideTheStatement() {
    Table after = table(ID, Column.of("n", SqlTypes.INTEGER).notNull());
    MigrationPlan plan =
        plan(MetaData.ofTables(List.of(table(ID))), MetaData.ofTables(List.of(after)));
    List<Hazard> hazards =
        Lint.hazards(plan.operations().stream().map(MigrationPlan.Planned::operation).toList());

    List<String> banner =
        RevisionRenderer.banner(
            plan,
            operation ->
                hazards.stream()
                    .filter(each -> each.operation().equals(operation))
                    .map(Hazard::summary)
                    .toList());

    assertThat(banner)
        .singleElement()
        .satisfies(
            line ->
                assertThat(line)
                    .startsWith("  ALTER TABLE user_account ADD COLUMN n integer NOT NULL;   ")
                    .contains("  B01: fails on a table with rows; give it a server default"));
  }

  @Test
  void aLabelThatIsUsedAtOnceStandsOutsideTheTransaction() {
    EnumType before = new EnumType(QualifiedName.of("mood"), List.of("a"), null);
    EnumType after = new EnumType(QualifiedName.of("mood"), List.of("a", "b"), null);
    Column mood = Column.of("m", SqlTypes.named("mood")).withServerDefault("'a'::mood");

    MigrationPlan used =
        plan(
            MetaData.ofTables(List.of(table(ID, mood))).withEnums(List.of(before)),
            MetaData.ofTables(List.of(table(ID, mood.withServerDefault("'b'::mood"))))
                .withEnums(List.of(after)));
    MigrationPlan unused =
        plan(
            MetaData.ofTables(List.of(table(ID, mood))).withEnums(List.of(before)),
            MetaData.ofTables(List.of(table(ID, mood))).withEnums(List.of(after)));

    assertThat(RENDERER.changeSets(used, "r", "m"))
        .extracting(ChangeSet::runInTransaction)
        .containsExactly(false, true);
    assertThat(RENDERER.changeSets(unused, "r", "m"))
        .extracting(ChangeSet::runInTransaction)
        .containsExactly(true);
  }

  @Test
  void whatIsWrittenRunsAsThePlanSays() {
    ChangeSql natives = NativeChanges.of(DIALECT);
    for (long seed = 0; seed < 40; seed++) {
      MigrationPlan plan = plan(RandomSchema.of(seed), RandomSchema.of(seed + 500));
      List<String> up = new ArrayList<>();
      List<String> down = new ArrayList<>();
      List<ChangeSet> changeSets = RENDERER.changeSets(plan, "r", "m");
      for (ChangeSet each : changeSets) {
        each.changes().forEach(change -> up.addAll(sql(change, natives)));
      }
      for (int at = changeSets.size() - 1; at >= 0; at--) {
        List<Change> rollback = Objects.requireNonNull(changeSets.get(at).rollback());
        rollback.forEach(change -> down.addAll(sql(change, natives)));
      }

      assertThat(up).isEqualTo(plan.upgrade());
      assertThat(down).isEqualTo(plan.downgrade());
    }
  }

  @Test
  void equalInputGivesEqualChangesets() {
    for (long seed = 0; seed < 40; seed++) {
      List<ChangeSet> first =
          RENDERER.changeSets(plan(RandomSchema.of(seed), RandomSchema.of(seed + 1)), "r", "m");
      List<ChangeSet> second =
          RENDERER.changeSets(plan(RandomSchema.of(seed), RandomSchema.of(seed + 1)), "r", "m");

      assertThat(second).isEqualTo(first);
    }
  }

  private static List<String> sql(Change change, ChangeSql natives) {
    return change.type().equals(Change.SQL)
        ? change.text("sql").stream().toList()
        : natives.sql(change);
  }

  private static Table table(Column... columns) {
    return new Table(
        QualifiedName.of("user_account"), List.of(columns), List.of(), List.of(), null);
  }

  private static MigrationPlan plan(MetaData before, MetaData after) {
    Differences found =
        Comparison.compare(
            before,
            after,
            CompareOptions.of(DIALECT.quoter(), "public")
                .withDrops(CompareOptions.Drops.allowed()));
    return MigrationPlan.of(
        OperationOrder.sort(found.operations(), found.database(), found.model()),
        new DdlPlan(DIALECT.quoter(), "public"),
        DIALECT.ddlCompiler());
  }
}
