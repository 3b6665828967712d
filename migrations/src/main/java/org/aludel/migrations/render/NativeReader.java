package org.aludel.migrations.render;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.aludel.ddl.ColumnDdl;
import org.aludel.ddl.CommentTarget;
import org.aludel.ddl.ConstraintDdl;
import org.aludel.ddl.DdlStatement;
import org.aludel.ddl.IndexDdl;
import org.aludel.ddl.SequenceDdl;
import org.aludel.ddl.SetComment;
import org.aludel.ddl.TableDdl;
import org.aludel.schema.Column;
import org.aludel.schema.Constraint;
import org.aludel.schema.ConstraintName;
import org.aludel.schema.Deferral;
import org.aludel.schema.ForeignKey;
import org.aludel.schema.Index;
import org.aludel.schema.IndexElement;
import org.aludel.schema.MatchType;
import org.aludel.schema.PrimaryKey;
import org.aludel.schema.QualifiedName;
import org.aludel.schema.ReferentialAction;
import org.aludel.schema.Sequence;
import org.aludel.schema.SequenceOptions;
import org.aludel.schema.Table;
import org.aludel.schema.UniqueConstraint;
import org.aludel.type.SqlTypes;

/** A native change as the statements that it stands for. */
final class NativeReader {
  private final ChangeReader reader;
  private final Map<String, Supplier<List<DdlStatement>>> types = new LinkedHashMap<>();

  NativeReader(ChangeReader reader) {
    this.reader = reader;
    types.put("createTable", this::createTable);
    types.put("addColumn", this::addColumn);
    types.put("dropColumn", this::dropColumn);
    types.put("dropTable", () -> one(new TableDdl.DropTable(table())));
    types.put("renameTable", this::renameTable);
    types.put("renameColumn", this::renameColumn);
    types.put("modifyDataType", this::modifyDataType);
    types.put("setColumnRemarks", this::setColumnRemarks);
    types.put("setTableRemarks", this::setTableRemarks);
    types.put("addNotNullConstraint", () -> one(new ColumnDdl.SetNotNull(table(), columnName())));
    types.put("dropNotNullConstraint", () -> one(new ColumnDdl.DropNotNull(table(), columnName())));
    types.put("addDefaultValue", this::addDefaultValue);
    types.put("dropDefaultValue", () -> one(new ColumnDdl.DropDefault(table(), columnName())));
    types.put("addPrimaryKey", this::addPrimaryKey);
    types.put("dropPrimaryKey", this::dropPrimaryKey);
    types.put("addUniqueConstraint", this::addUniqueConstraint);
    types.put("dropUniqueConstraint", () -> dropConstraint(table()));
    types.put("addForeignKeyConstraint", this::addForeignKey);
    types.put(
        "dropForeignKeyConstraint",
        () -> dropConstraint(reader.name("baseTableName", "baseTableSchemaName")));
    types.put("createIndex", this::createIndex);
    types.put("dropIndex", this::dropIndex);
    types.put("createSequence", this::createSequence);
    types.put(
        "dropSequence",
        () -> one(new SequenceDdl.DropSequence(reader.name("sequenceName", "schemaName"))));
    types.put("renameSequence", this::renameSequence);
  }

  List<DdlStatement> statements() {
    Supplier<List<DdlStatement>> type = types.get(reader.type());
    if (type == null) {
      throw reader.refused(
          "a change type that our own renderer does not know", "one of " + types.keySet());
    }
    return type.get();
  }

  private static List<DdlStatement> one(DdlStatement statement) {
    return List.of(statement);
  }

  private QualifiedName table() {
    return reader.name("tableName", "schemaName");
  }

  private String columnName() {
    reader.text("columnDataType");
    return reader.required("columnName");
  }

  private List<DdlStatement> createTable() {
    QualifiedName name = table();
    List<Column> columns = new ArrayList<>();
    List<Constraint> constraints = new ArrayList<>();
    List<String> keyed = new ArrayList<>();
    String keyName = name.name() + "_pkey";
    for (ChangeReader each : reader.items("columns", "column")) {
      ChangeReader rules = each.fields("constraints");
      Column column = ColumnReader.column(each);
      boolean key = rules.flag("primaryKey", false);
      if (key) {
        keyed.add(column.name());
        keyName = rules.text("primaryKeyName").orElse(keyName);
      }
      if (rules.flag("unique", false)) {
        constraints.add(unique(name, column, rules));
      }
      boolean nullable = rules.flag("nullable", true) && column.nullable() && !key;
      columns.add(column.withNullable(nullable));
      rules.refuseUnread();
      each.refuseUnread();
    }
    if (!keyed.isEmpty()) {
      constraints.add(0, PrimaryKey.of(ConstraintName.given(keyName), keyed));
    }
    List<DdlStatement> statements = new ArrayList<>();
    statements.add(
        new TableDdl.CreateTable(new Table(name, columns, constraints, List.of(), null)));
    reader
        .text("remarks")
        .ifPresent(text -> statements.add(new SetComment(CommentTarget.table(name), text)));
    columns.forEach(each -> comment(statements, name, each));
    return statements;
  }

  private static UniqueConstraint unique(QualifiedName table, Column column, ChangeReader rules) {
    String otherwise = table.name() + "_" + column.name() + "_key";
    return UniqueConstraint.of(
        ConstraintName.given(rules.text("uniqueConstraintName").orElse(otherwise)),
        List.of(column.name()));
  }

  private List<DdlStatement> addColumn() {
    QualifiedName table = table();
    List<DdlStatement> statements = new ArrayList<>();
    for (ChangeReader each : reader.items("columns", "column")) {
      ChangeReader rules = each.fields("constraints");
      Column column = ColumnReader.column(each);
      boolean nullable = rules.flag("nullable", true) && column.nullable();
      statements.add(new ColumnDdl.AddColumn(table, column.withNullable(nullable)));
      if (rules.flag("unique", false)) {
        statements.add(new ConstraintDdl.AddConstraint(table, unique(table, column, rules)));
      }
      comment(statements, table, column);
      rules.refuseUnread();
      each.refuseUnread();
    }
    return statements;
  }

  private static void comment(List<DdlStatement> statements, QualifiedName table, Column column) {
    if (column.comment() != null) {
      statements.add(new SetComment(CommentTarget.column(table, column.name()), column.comment()));
    }
  }

  private List<DdlStatement> dropColumn() {
    QualifiedName table = table();
    Optional<String> single = reader.text("columnName");
    List<DdlStatement> statements = new ArrayList<>();
    single.ifPresent(name -> statements.add(new ColumnDdl.DropColumn(table, name)));
    for (ChangeReader each : reader.items("columns", "column")) {
      statements.add(new ColumnDdl.DropColumn(table, each.required("name")));
      each.refuseUnread();
    }
    return statements;
  }

  private List<DdlStatement> renameTable() {
    return one(
        new TableDdl.RenameTable(
            reader.name("oldTableName", "schemaName"), reader.required("newTableName")));
  }

  private List<DdlStatement> renameColumn() {
    reader.text("columnDataType");
    return one(
        new ColumnDdl.RenameColumn(
            table(), reader.required("oldColumnName"), reader.required("newColumnName")));
  }

  /** As Liquibase: by an explicit cast. */
  private List<DdlStatement> modifyDataType() {
    String column = reader.required("columnName");
    String type = reader.required("newDataType");
    return one(
        new ColumnDdl.AlterColumnType(
            table(), column, SqlTypes.named(type), null, quoted(column) + "::" + type));
  }

  private static String quoted(String name) {
    return '"' + name.replace("\"", "\"\"") + '"';
  }

  private List<DdlStatement> setColumnRemarks() {
    return one(
        new SetComment(
            CommentTarget.column(table(), columnName()), reader.text("remarks").orElse(null)));
  }

  private List<DdlStatement> setTableRemarks() {
    return one(new SetComment(CommentTarget.table(table()), reader.text("remarks").orElse(null)));
  }

  private List<DdlStatement> addDefaultValue() {
    String sql =
        ColumnReader.defaultOf(reader)
            .orElseThrow(() -> reader.refused("no default", "one of defaultValue…"));
    return one(new ColumnDdl.SetDefault(table(), columnName(), sql));
  }

  private List<DdlStatement> addPrimaryKey() {
    QualifiedName table = table();
    String name = reader.text("constraintName").orElse(table.name() + "_pkey");
    return one(
        new ConstraintDdl.AddConstraint(
            table, PrimaryKey.of(ConstraintName.given(name), reader.names("columnNames"))));
  }

  private List<DdlStatement> dropPrimaryKey() {
    QualifiedName table = table();
    String name = reader.text("constraintName").orElse(table.name() + "_pkey");
    return one(new ConstraintDdl.DropConstraint(table, name));
  }

  private List<DdlStatement> addUniqueConstraint() {
    QualifiedName table = table();
    List<String> columns = reader.names("columnNames");
    String otherwise = table.name() + "_" + String.join("_", columns) + "_key";
    return one(
        new ConstraintDdl.AddConstraint(
            table,
            new UniqueConstraint(
                ConstraintName.given(reader.text("constraintName").orElse(otherwise)),
                columns,
                List.of(),
                false,
                deferral(),
                null)));
  }

  private List<DdlStatement> dropConstraint(QualifiedName table) {
    return one(new ConstraintDdl.DropConstraint(table, reader.required("constraintName")));
  }

  private List<DdlStatement> addForeignKey() {
    return one(
        new ConstraintDdl.AddConstraint(
            reader.name("baseTableName", "baseTableSchemaName"),
            new ForeignKey(
                ConstraintName.given(reader.required("constraintName")),
                reader.names("baseColumnNames"),
                reader.name("referencedTableName", "referencedTableSchemaName"),
                reader.names("referencedColumnNames"),
                reader.flag("deleteCascade", false)
                    ? ReferentialAction.CASCADE
                    : action("onDelete"),
                List.of(),
                action("onUpdate"),
                MatchType.SIMPLE,
                deferral(),
                reader.flag("validate", true),
                null)));
  }

  private ReferentialAction action(String parameter) {
    String text = reader.text(parameter).orElse("NO ACTION").trim().toUpperCase(Locale.ROOT);
    for (ReferentialAction action : ReferentialAction.values()) {
      if (action.sql().equals(text)) {
        return action;
      }
    }
    throw reader.refused("\"" + parameter + "\": " + text, "CASCADE, SET NULL, RESTRICT, …");
  }

  private Deferral deferral() {
    boolean deferred = reader.flag("initiallyDeferred", false);
    if (!reader.flag("deferrable", false)) {
      return Deferral.NOT_DEFERRABLE;
    }
    return deferred ? Deferral.INITIALLY_DEFERRED : Deferral.INITIALLY_IMMEDIATE;
  }

  private List<DdlStatement> createIndex() {
    List<IndexElement> elements = new ArrayList<>();
    for (ChangeReader each : reader.items("columns", "column")) {
      boolean descending = each.flag("descending", false);
      String name = each.required("name");
      elements.add(
          each.flag("computed", false)
              ? new IndexElement(null, name, null, null, descending, descending)
              : new IndexElement(name, null, null, null, descending, descending));
      each.refuseUnread();
    }
    QualifiedName table = table();
    Index plain =
        Index.of(
            ConstraintName.given(reader.required("indexName")),
            reader.flag("unique", false),
            List.of("unused"));
    Index index =
        new Index(
            plain.name(),
            plain.unique(),
            reader.text("using").orElse("btree"),
            elements,
            List.of(),
            null,
            false,
            plain.storage(),
            null,
            true);
    return one(new IndexDdl.CreateIndex(table, index, false));
  }

  private List<DdlStatement> dropIndex() {
    reader.text("tableName");
    return one(new IndexDdl.DropIndex(reader.name("indexName", "schemaName"), false));
  }

  private List<DdlStatement> createSequence() {
    QualifiedName name = reader.name("sequenceName", "schemaName");
    SequenceOptions options =
        new SequenceOptions(
            reader.number("startValue").orElse(1L),
            reader.number("incrementBy").orElse(1L),
            reader.number("minValue").orElse(null),
            reader.number("maxValue").orElse(null),
            reader.number("cacheSize").orElse(1L),
            reader.flag("cycle", false));
    String type = reader.text("dataType").orElse("bigint");
    return one(new SequenceDdl.CreateSequence(new Sequence(name, type, options, null, null)));
  }

  private List<DdlStatement> renameSequence() {
    return one(
        new SequenceDdl.RenameSequence(
            reader.name("oldSequenceName", "schemaName"), reader.required("newSequenceName")));
  }
}
