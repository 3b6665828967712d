package org.aludel.migrations.online;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.aludel.compile.IdentifierQuoter;
import org.aludel.ddl.ColumnDdl;
import org.aludel.ddl.ConstraintDdl;
import org.aludel.ddl.DdlStatement;
import org.aludel.ddl.IndexDdl;
import org.aludel.ddl.RawSql;
import org.aludel.migrations.operation.ColumnOperation;
import org.aludel.migrations.operation.IndexOperation;
import org.aludel.migrations.operation.SchemaWords;
import org.aludel.migrations.plan.DdlPlan;
import org.aludel.migrations.plan.SpareName;
import org.aludel.schema.CheckConstraint;
import org.aludel.schema.Column;
import org.aludel.schema.ConstraintName;
import org.aludel.schema.Index;
import org.aludel.schema.MetaData;
import org.aludel.schema.QualifiedName;
import org.aludel.schema.Table;

/**
 * A column gets another type by a second one that takes its place: added, kept in step by a
 * trigger, filled by pages, indexed beside the writers, and given the name in one short
 * transaction. Until then everybody sees the old type, and from then on the new one. The way back
 * writes the table anew, since only one revision knows both columns.
 */
record TypeStages(DdlPlan plan, IdentifierQuoter quoter, MetaData before) {
  private static final String ENDING = "__new";

  /** The name of a column until it takes the place of another. */
  static String spare(String column) {
    return column + ENDING;
  }

  /** Whether the database keeps the name of the second column whole. */
  boolean hasRoom(ColumnOperation.AlterType change) {
    return quoter.fits(spare(change.column()));
  }

  List<Stage> exchange(ColumnOperation.AlterType change) {
    Table table = before.table(change.table()).orElseThrow();
    Column column = table.column(change.column()).orElseThrow();
    List<Stage> stages = new ArrayList<>();
    stages.add(expanded(change, column));
    stages.add(up(Stage.Commit.ALONE, change, filled(change)));
    if (!column.nullable()) {
      stages.add(
          up(
              Stage.Commit.APART,
              change,
              new ConstraintDdl.ValidateConstraint(change.table(), strict(change))));
    }
    Map<String, Index> indexes = indexes(table, change.column());
    indexes.values().forEach(each -> stages.addAll(built(change, each)));
    stages.add(swapped(change, column, indexes));
    return stages;
  }

  private static Stage up(
      Stage.Commit commit, ColumnOperation.AlterType change, DdlStatement statement) {
    return new Stage(commit, change, List.of(statement), List.of());
  }

  private Stage expanded(ColumnOperation.AlterType change, Column column) {
    QualifiedName table = change.table();
    String spare = spare(change.column());
    Column added =
        column
            .withName(spare)
            .withType(change.to().type())
            .withServerDefault(null)
            .withNullable(true);
    List<DdlStatement> up =
        new ArrayList<>(plan.statements(new ColumnOperation.Add(table, added, null)));
    up.add(new RawSql(function(change)));
    up.add(
        new RawSql(
            "CREATE TRIGGER "
                + quoter.quote(trigger(change))
                + " BEFORE INSERT OR UPDATE ON "
                + quoter.quote(table)
                + " FOR EACH ROW EXECUTE FUNCTION "
                + quoter.quote(functionName(change))
                + "()"));
    if (!column.nullable()) {
      CheckConstraint check =
          CheckConstraint.of(
              ConstraintName.given(strict(change)), quoter.quote(spare) + " IS NOT NULL");
      up.add(new ConstraintDdl.AddConstraint(table, check.withValidated(false)));
    }
    return new Stage(Stage.Commit.APART, change, up, removed(change));
  }

  /** What undoes all stages before the last, as far as they came. */
  private List<DdlStatement> removed(ColumnOperation.AlterType change) {
    String table = quoter.quote(change.table());
    return List.of(
        new RawSql("DROP TRIGGER IF EXISTS " + quoter.quote(trigger(change)) + " ON " + table),
        new RawSql("DROP FUNCTION IF EXISTS " + quoter.quote(functionName(change)) + "()"),
        new RawSql(
            "ALTER TABLE "
                + table
                + " DROP COLUMN IF EXISTS "
                + quoter.quote(spare(change.column()))));
  }

  /**
   * The row under the name of its table, so that the expression reads as it does in a statement.
   */
  private String function(ColumnOperation.AlterType change) {
    return "CREATE FUNCTION "
        + quoter.quote(functionName(change))
        + "() RETURNS trigger LANGUAGE plpgsql AS $function$\nBEGIN\n  SELECT "
        + plan.value(change)
        + " INTO NEW."
        + quoter.quote(spare(change.column()))
        + "\n    FROM (SELECT NEW.*) AS "
        + quoter.quote(change.table().name())
        + ";\n  RETURN NEW;\nEND\n$function$";
  }

  private RawSql filled(ColumnOperation.AlterType change) {
    return new ChunkedFill(quoter)
        .statement(
            change.table(),
            spare(change.column()),
            plan.value(change),
            quoter.quote(change.column()) + " IS NOT NULL");
  }

  private List<Stage> built(ColumnOperation.AlterType change, Index index) {
    List<Stage> stages = new ArrayList<>();
    stages.add(
        up(Stage.Commit.ALONE, change, new IndexDdl.CreateIndex(change.table(), index, true)));
    List<DdlStatement> plain = plan.statements(new IndexOperation.Create(change.table(), index));
    if (plain.size() > 1) {
      stages.add(
          new Stage(Stage.Commit.TOGETHER, change, plain.subList(1, plain.size()), List.of()));
    }
    return stages;
  }

  private Stage swapped(
      ColumnOperation.AlterType change, Column column, Map<String, Index> indexes) {
    QualifiedName table = change.table();
    String name = change.column();
    String spare = spare(name);
    List<DdlStatement> up = new ArrayList<>();
    up.add(
        new RawSql("DROP TRIGGER " + quoter.quote(trigger(change)) + " ON " + quoter.quote(table)));
    up.add(new RawSql("DROP FUNCTION " + quoter.quote(functionName(change)) + "()"));
    if (!column.nullable()) {
      up.add(new ColumnDdl.SetNotNull(table, spare));
      up.add(new ConstraintDdl.DropConstraint(table, strict(change)));
    }
    up.add(new ColumnDdl.DropColumn(table, name));
    up.add(new ColumnDdl.RenameColumn(table, spare, name));
    String wanted = change.to().serverDefault();
    if (wanted != null) {
      up.add(new ColumnDdl.SetDefault(table, name, wanted));
    }
    indexes.forEach(
        (old, index) ->
            up.add(
                new IndexDdl.RenameIndex(
                    new QualifiedName(table.schema(), index.name().text()), old)));
    return new Stage(Stage.Commit.APART, change, up, plan.statements(change.inverse()));
  }

  /** The indexes over the other column, by the names that they get. */
  private Map<String, Index> indexes(Table table, String column) {
    Map<String, Index> indexes = new TreeMap<>();
    table.indexes().stream()
        .filter(each -> SchemaWords.mentioned(each).contains(column))
        .forEach(each -> indexes.put(each.name().text(), over(each, column)));
    return indexes;
  }

  private Index over(Index index, String column) {
    String name = SpareName.of(quoter, index.name().text(), ENDING);
    return new Index(
        ConstraintName.given(name),
        index.unique(),
        index.method(),
        index.elements().stream()
            .map(each -> column.equals(each.column()) ? each.withColumn(spare(column)) : each)
            .toList(),
        index.include().stream().map(each -> each.equals(column) ? spare(column) : each).toList(),
        index.predicate(),
        index.nullsNotDistinct(),
        index.storage(),
        index.comment(),
        index.valid());
  }

  private String strict(ColumnOperation.AlterType change) {
    return SpareName.of(quoter, change.column(), "__new_not_null");
  }

  private String trigger(ColumnOperation.AlterType change) {
    return SpareName.of(
        quoter, "zz_aludel_" + change.table().name() + "_" + change.column(), "__type");
  }

  private QualifiedName functionName(ColumnOperation.AlterType change) {
    return new QualifiedName(change.table().schema(), trigger(change));
  }
}
