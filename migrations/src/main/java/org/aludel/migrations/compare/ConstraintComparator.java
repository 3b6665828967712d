package org.aludel.migrations.compare;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.aludel.ddl.CommentTarget;
import org.aludel.migrations.operation.ConstraintOperation;
import org.aludel.migrations.operation.Operation;
import org.aludel.schema.CheckConstraint;
import org.aludel.schema.Constraint;
import org.aludel.schema.ExcludeConstraint;
import org.aludel.schema.ForeignKey;
import org.aludel.schema.PrimaryKey;
import org.aludel.schema.QualifiedName;
import org.aludel.schema.Table;
import org.aludel.schema.UniqueConstraint;

/** Finds constraints of a pair of tables that came, went, changed or have another name. */
final class ConstraintComparator {
  private static final List<Class<? extends Constraint>> KINDS =
      List.of(
          PrimaryKey.class,
          UniqueConstraint.class,
          CheckConstraint.class,
          ExcludeConstraint.class,
          ForeignKey.class);

  private ConstraintComparator() {}

  static List<Operation> compare(Table database, Table model) {
    List<Operation> found = new ArrayList<>();
    for (Class<? extends Constraint> kind : KINDS) {
      ContentMatch<Constraint> match =
          ContentMatch.of(
              of(database, kind), of(model, kind), Constraint::name, ConstraintComparator::content);
      QualifiedName table = model.name();
      match.databaseOnly().forEach(each -> found.add(new ConstraintOperation.Drop(table, each)));
      match.pairs().forEach(pair -> found.addAll(compare(table, pair)));
      match.modelOnly().forEach(each -> found.add(new ConstraintOperation.Add(table, each)));
    }
    return found;
  }

  private static List<Constraint> of(Table table, Class<? extends Constraint> kind) {
    return table.constraints().stream().filter(kind::isInstance).toList();
  }

  private static List<Operation> compare(QualifiedName table, ContentMatch.Pair<Constraint> pair) {
    List<Operation> found = new ArrayList<>();
    Constraint database = pair.database();
    if (ContentMatch.renamed(pair, Constraint::name)) {
      String name = pair.model().name().text();
      found.add(new ConstraintOperation.Rename(table, database, name));
      database = database.withName(pair.model().name());
    }
    if (database.validated() != pair.model().validated()) {
      found.add(
          pair.model().validated()
              ? new ConstraintOperation.Validate(table, database)
              : new ConstraintOperation.Invalidate(table, pair.model().withName(database.name())));
    }
    CommentTarget target = CommentTarget.constraint(table, database.name().text());
    CommentComparator.compare(target, database.comment(), pair.model().comment())
        .ifPresent(found::add);
    return found;
  }

  /** All but name, comment and validity, as a value to compare. */
  static List<Object> content(Constraint constraint) {
    if (constraint instanceof PrimaryKey key) {
      return Arrays.asList("primary", key.columns(), key.include(), key.deferral());
    }
    if (constraint instanceof UniqueConstraint unique) {
      return Arrays.asList(
          "unique",
          unique.columns(),
          unique.include(),
          unique.nullsNotDistinct(),
          unique.deferral());
    }
    if (constraint instanceof CheckConstraint check) {
      return Arrays.asList("check", check.expression(), check.noInherit());
    }
    return constraint instanceof ForeignKey key
        ? content(key)
        : content((ExcludeConstraint) constraint);
  }

  private static List<Object> content(ExcludeConstraint exclusion) {
    return Arrays.asList(
        "exclude",
        exclusion.method(),
        exclusion.elements(),
        exclusion.include(),
        exclusion.predicate(),
        exclusion.deferral());
  }

  private static List<Object> content(ForeignKey key) {
    return Arrays.asList(
        "foreign",
        key.columns(),
        key.target(),
        key.targetColumns(),
        key.onDelete(),
        deleteColumns(key),
        key.onUpdate(),
        key.match(),
        key.deferral());
  }

  /** {@code SET NULL (a)} on a key of {@code a} alone is plain {@code SET NULL}. */
  private static Set<String> deleteColumns(ForeignKey key) {
    Set<String> columns = new HashSet<>(key.onDeleteColumns());
    return columns.equals(new HashSet<>(key.columns())) ? Set.of() : columns;
  }
}
