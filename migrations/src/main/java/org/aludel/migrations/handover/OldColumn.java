package org.aludel.migrations.handover;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.aludel.compile.IdentifierQuoter;
import org.aludel.migrations.operation.SchemaWords;
import org.aludel.migrations.plan.SpareName;
import org.aludel.schema.CheckConstraint;
import org.aludel.schema.Column;
import org.aludel.schema.Constraint;
import org.aludel.schema.ConstraintName;
import org.aludel.schema.ExcludeConstraint;
import org.aludel.schema.ForeignKey;
import org.aludel.schema.Index;
import org.aludel.schema.PrimaryKey;
import org.aludel.schema.Table;
import org.aludel.schema.UniqueConstraint;

/**
 * A column under its old name with its indexes and constraints, which get other names where the
 * model gives theirs to those of the new column.
 */
record OldColumn(TwoNames pair, IdentifierQuoter quoter) {
  private static final String ENDING = "__old";

  /**
   * @param wanted the table of the model
   * @param now the table as it is
   */
  Table added(Table wanted, Table now) {
    Column old = now.column(pair.old()).orElseThrow();
    List<Column> columns = new ArrayList<>(wanted.columns());
    columns.add(old.withNullable(true).withServerDefault(null));
    Set<String> taken = names(wanted);
    List<Index> indexes = new ArrayList<>(wanted.indexes());
    now.indexes().stream()
        .filter(each -> SchemaWords.mentioned(each).contains(pair.old()))
        .forEach(each -> indexes.add(named(each, free(each.name(), taken))));
    List<Constraint> constraints = new ArrayList<>(wanted.constraints());
    now.constraints().stream()
        .filter(each -> SchemaWords.mentioned(each).contains(pair.old()))
        .forEach(each -> constraints.add(named(each, free(each.name(), taken))));
    return wanted.withColumns(columns).withIndexes(indexes).withConstraints(constraints);
  }

  private static Set<String> names(Table table) {
    Set<String> names = new HashSet<>();
    table.indexes().forEach(each -> names.add(each.name().text()));
    table.constraints().forEach(each -> names.add(each.name().text()));
    return names;
  }

  private ConstraintName free(ConstraintName name, Set<String> taken) {
    return taken.contains(name.text())
        ? ConstraintName.given(SpareName.of(quoter, name.text(), ENDING))
        : ConstraintName.given(name.text());
  }

  private static Index named(Index index, ConstraintName name) {
    return new Index(
        name,
        index.unique(),
        index.method(),
        index.elements(),
        index.include(),
        index.predicate(),
        index.nullsNotDistinct(),
        index.storage(),
        index.comment(),
        index.valid(),
        index.statisticsTargets(),
        index.attached());
  }

  private static Constraint named(Constraint constraint, ConstraintName name) {
    if (constraint instanceof UniqueConstraint unique) {
      return new UniqueConstraint(
          name,
          unique.columns(),
          unique.include(),
          unique.nullsNotDistinct(),
          unique.deferral(),
          unique.comment());
    }
    if (constraint instanceof CheckConstraint check) {
      return check.withName(name);
    }
    if (constraint instanceof PrimaryKey key) {
      return new PrimaryKey(name, key.columns(), key.include(), key.deferral(), key.comment());
    }
    return constraint instanceof ForeignKey key
        ? foreignKey(key, name)
        : exclusion((ExcludeConstraint) constraint, name);
  }

  private static Constraint foreignKey(ForeignKey key, ConstraintName name) {
    return new ForeignKey(
        name,
        key.columns(),
        key.target(),
        key.targetColumns(),
        key.onDelete(),
        key.onDeleteColumns(),
        key.onUpdate(),
        key.match(),
        key.deferral(),
        key.validated(),
        key.comment());
  }

  private static Constraint exclusion(ExcludeConstraint exclusion, ConstraintName name) {
    return new ExcludeConstraint(
        name,
        exclusion.method(),
        exclusion.elements(),
        exclusion.include(),
        exclusion.predicate(),
        exclusion.deferral(),
        exclusion.comment());
  }
}
