package org.aludel.migrations.render;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.aludel.ddl.ColumnDdl;
import org.aludel.ddl.ConstraintDdl;
import org.aludel.ddl.DdlStatement;
import org.aludel.ddl.IndexDdl;
import org.aludel.ddl.TableDdl;
import org.aludel.migrations.revision.Change;
import org.aludel.migrations.revision.Value;
import org.aludel.schema.Column;
import org.aludel.schema.Constraint;
import org.aludel.schema.Deferral;
import org.aludel.schema.ForeignKey;
import org.aludel.schema.IndexElement;
import org.aludel.schema.MatchType;
import org.aludel.schema.PrimaryKey;
import org.aludel.schema.QualifiedName;
import org.aludel.schema.ReferentialAction;
import org.aludel.schema.Table;
import org.aludel.schema.UniqueConstraint;
import org.jspecify.annotations.Nullable;

/** A statement as the native change that stands for it, where the policy allows one. */
final class NativeWriter {
  private final NativePolicy policy;

  NativeWriter(NativePolicy policy) {
    this.policy = policy;
  }

  /**
   * @param dropped the constraint that a DROP CONSTRAINT is about, whose kind the statement does
   *     not say, or null
   */
  Optional<Change> change(DdlStatement statement, @Nullable Constraint dropped) {
    if (statement instanceof ColumnDdl column) {
      return column(column);
    }
    if (statement instanceof TableDdl table) {
      return table(table);
    }
    if (statement instanceof IndexDdl index) {
      return index(index);
    }
    if (statement instanceof ConstraintDdl.AddConstraint add && policy.admits(add.table())) {
      return add(add);
    }
    return statement instanceof ConstraintDdl.DropConstraint drop && dropped != null
        ? drop(drop, dropped)
        : Optional.empty();
  }

  private Optional<Change> column(ColumnDdl statement) {
    if (statement instanceof ColumnDdl.AddColumn add) {
      return policy.admits(add.table()) && policy.admits(add.column())
          ? change(
              "addColumn",
              tableName(add.table()),
              "columns",
              new Value.Items(List.of(column(add.column(), null))))
          : Optional.empty();
    }
    if (statement instanceof ColumnDdl.DropColumn drop) {
      return named("dropColumn", drop.table(), drop.column());
    }
    if (statement instanceof ColumnDdl.SetNotNull set) {
      return named("addNotNullConstraint", set.table(), set.column());
    }
    if (statement instanceof ColumnDdl.DropNotNull drop) {
      return named("dropNotNullConstraint", drop.table(), drop.column());
    }
    if (statement instanceof ColumnDdl.DropDefault drop) {
      return named("dropDefaultValue", drop.table(), drop.column());
    }
    return statement instanceof ColumnDdl.RenameColumn rename ? rename(rename) : Optional.empty();
  }

  private Optional<Change> rename(ColumnDdl.RenameColumn rename) {
    return policy.admits(rename.table()) && policy.admits(List.of(rename.column(), rename.to()))
        ? change(
            "renameColumn",
            tableName(rename.table()),
            "oldColumnName",
            Value.of(rename.column()),
            "newColumnName",
            Value.of(rename.to()))
        : Optional.empty();
  }

  private Optional<Change> named(String type, QualifiedName table, String column) {
    return policy.admits(table) && policy.admits(column)
        ? change(type, tableName(table), "columnName", Value.of(column))
        : Optional.empty();
  }

  private Optional<Change> table(TableDdl statement) {
    if (statement instanceof TableDdl.CreateTable create) {
      return create(create.table());
    }
    if (statement instanceof TableDdl.DropTable drop && policy.admits(drop.table())) {
      return change("dropTable", tableName(drop.table()));
    }
    if (statement instanceof TableDdl.RenameTable rename
        && policy.admits(rename.table())
        && policy.admits(rename.to())) {
      Map<String, Value> parameters = new LinkedHashMap<>();
      parameters.put("oldTableName", Value.of(rename.table().name()));
      return change("renameTable", parameters, "newTableName", Value.of(rename.to()));
    }
    return Optional.empty();
  }

  /** Nothing that stands behind the columns: createTable knows no word for it. */
  private static boolean isPlain(Table table) {
    Table.Options options = table.options();
    return table.partitioning() == null
        && table.parents().isEmpty()
        && !options.unlogged()
        && options.storage().isEmpty()
        && options.accessMethod() == null;
  }

  /** Columns and a primary key whose columns stand in their own order. */
  private Optional<Change> create(Table table) {
    PrimaryKey key = table.primaryKey().orElse(null);
    boolean simple =
        policy.admits(table.name())
            && isPlain(table)
            && !table.columns().isEmpty()
            && table.columns().stream().allMatch(policy::admits)
            && table.constraints().size() == (key == null ? 0 : 1)
            && (key == null || (policy.admits(key) && inOrder(table, key)));
    return simple
        ? change(
            "createTable",
            tableName(table.name()),
            "columns",
            new Value.Items(
                table.columns().stream().map(each -> (Value) column(each, key)).toList()))
        : Optional.empty();
  }

  private static boolean inOrder(Table table, PrimaryKey key) {
    return table.columns().stream()
        .map(Column::name)
        .filter(key.columns()::contains)
        .toList()
        .equals(key.columns());
  }

  private static Value.Fields column(Column column, @Nullable PrimaryKey key) {
    Map<String, Value> fields = new LinkedHashMap<>();
    fields.put("name", Value.of(column.name()));
    fields.put("type", Value.of(column.type().name()));
    String text = column.serverDefault();
    if (text != null) {
      fields.put("defaultValueComputed", Value.of(text));
    }
    Map<String, Value> constraints = new LinkedHashMap<>();
    if (key != null && key.columns().contains(column.name())) {
      constraints.put("primaryKey", Value.of("true"));
      constraints.put("primaryKeyName", Value.of(key.name().text()));
    }
    if (!column.nullable()) {
      constraints.put("nullable", Value.of("false"));
    }
    if (!constraints.isEmpty()) {
      fields.put("constraints", new Value.Fields(constraints));
    }
    return new Value.Fields(Map.of("column", new Value.Fields(fields)));
  }

  private Optional<Change> index(IndexDdl statement) {
    if (statement instanceof IndexDdl.CreateIndex create
        && !create.concurrently()
        && policy.admits(create.table())
        && policy.admits(create.index())) {
      Map<String, Value> parameters = tableName(create.table());
      parameters.put("indexName", Value.of(create.index().name().text()));
      if (create.index().unique()) {
        parameters.put("unique", Value.of("true"));
      }
      return change(
          "createIndex",
          parameters,
          "columns",
          new Value.Items(
              create.index().elements().stream().map(NativeWriter::indexColumn).toList()));
    }
    if (statement instanceof IndexDdl.DropIndex drop
        && !drop.concurrently()
        && policy.admits(drop.index())) {
      return change("dropIndex", Map.of(), "indexName", Value.of(drop.index().name()));
    }
    return Optional.empty();
  }

  private static Value indexColumn(IndexElement element) {
    Value name = Value.of(String.valueOf(element.column()));
    return new Value.Fields(Map.of("column", new Value.Fields(Map.of("name", name))));
  }

  private Optional<Change> add(ConstraintDdl.AddConstraint add) {
    Map<String, Value> parameters = tableName(add.table());
    if (add.constraint() instanceof UniqueConstraint unique && policy.admits(unique)) {
      parameters.put("columnNames", joined(unique.columns()));
      return change(
          "addUniqueConstraint", parameters, "constraintName", Value.of(unique.name().text()));
    }
    if (add.constraint() instanceof PrimaryKey key && policy.admits(key)) {
      parameters.put("columnNames", joined(key.columns()));
      return change("addPrimaryKey", parameters, "constraintName", Value.of(key.name().text()));
    }
    return add.constraint() instanceof ForeignKey key && admits(key)
        ? foreignKey(add.table(), key)
        : Optional.empty();
  }

  private boolean admits(ForeignKey key) {
    return policy.admits(key.name())
        && policy.admits(key.columns())
        && policy.admits(key.target())
        && policy.admits(key.targetColumns())
        && key.onDeleteColumns().isEmpty()
        && key.match() == MatchType.SIMPLE
        && key.deferral() == Deferral.NOT_DEFERRABLE
        && key.validated();
  }

  private static Optional<Change> foreignKey(QualifiedName table, ForeignKey key) {
    Map<String, Value> parameters = new LinkedHashMap<>();
    parameters.put("baseTableName", Value.of(table.name()));
    parameters.put("baseColumnNames", joined(key.columns()));
    parameters.put("constraintName", Value.of(key.name().text()));
    parameters.put("referencedTableName", Value.of(key.target().name()));
    parameters.put("referencedColumnNames", joined(key.targetColumns()));
    if (key.onDelete() != ReferentialAction.NO_ACTION) {
      parameters.put("onDelete", Value.of(key.onDelete().sql()));
    }
    if (key.onUpdate() != ReferentialAction.NO_ACTION) {
      parameters.put("onUpdate", Value.of(key.onUpdate().sql()));
    }
    return change("addForeignKeyConstraint", parameters);
  }

  private Optional<Change> drop(ConstraintDdl.DropConstraint drop, Constraint dropped) {
    if (!policy.admits(drop.table()) || !policy.admits(drop.name())) {
      return Optional.empty();
    }
    if (dropped instanceof ForeignKey) {
      Map<String, Value> parameters = new LinkedHashMap<>();
      parameters.put("baseTableName", Value.of(drop.table().name()));
      return change(
          "dropForeignKeyConstraint", parameters, "constraintName", Value.of(drop.name()));
    }
    if (dropped instanceof UniqueConstraint) {
      return change(
          "dropUniqueConstraint", tableName(drop.table()), "constraintName", Value.of(drop.name()));
    }
    return dropped instanceof PrimaryKey
        ? change("dropPrimaryKey", tableName(drop.table()), "constraintName", Value.of(drop.name()))
        : Optional.empty();
  }

  private static Map<String, Value> tableName(QualifiedName table) {
    Map<String, Value> parameters = new LinkedHashMap<>();
    parameters.put("tableName", Value.of(table.name()));
    return parameters;
  }

  private static Value joined(List<String> names) {
    return Value.of(String.join(", ", names));
  }

  private static Optional<Change> change(
      String type, Map<String, Value> first, Object... namesAndValues) {
    Map<String, Value> parameters = new LinkedHashMap<>(first);
    for (int at = 0; at < namesAndValues.length; at += 2) {
      parameters.put((String) namesAndValues[at], (Value) namesAndValues[at + 1]);
    }
    return Optional.of(Change.of(type, parameters));
  }
}
