package org.aludel.migrations.plan;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.aludel.compile.IdentifierQuoter;
import org.aludel.compile.SqlLiteral;
import org.aludel.ddl.ColumnDdl;
import org.aludel.ddl.CommentTarget;
import org.aludel.ddl.ConstraintDdl;
import org.aludel.ddl.DdlStatement;
import org.aludel.ddl.EnumDdl;
import org.aludel.ddl.IndexDdl;
import org.aludel.ddl.ObjectDdl;
import org.aludel.ddl.ObjectStatements;
import org.aludel.ddl.RawSql;
import org.aludel.migrations.operation.EnumOperation;
import org.aludel.migrations.operation.EnumUses;
import org.aludel.migrations.rows.RowRules;
import org.aludel.schema.Column;
import org.aludel.schema.EnumType;
import org.aludel.schema.QualifiedName;

/** The statements of operations on enum types. */
record EnumPlan(IdentifierQuoter quoter, RowRules rows)
    implements EnumOperation.Visitor<List<DdlStatement>> {
  private static final String OLD = "__old";

  @Override
  public List<DdlStatement> visitCreate(EnumOperation.Create operation) {
    List<DdlStatement> statements = new ArrayList<>();
    create(statements, operation.type());
    return statements;
  }

  @Override
  public List<DdlStatement> visitDrop(EnumOperation.Drop operation) {
    return List.of(new EnumDdl.DropEnum(operation.type().name()));
  }

  @Override
  public List<DdlStatement> visitAddValue(EnumOperation.AddValue operation) {
    EnumType from = operation.from();
    String before =
        operation.index() < from.labels().size() ? from.labels().get(operation.index()) : null;
    return List.of(new EnumDdl.AddEnumValue(from.name(), operation.label(), before, null));
  }

  @Override
  public List<DdlStatement> visitRemoveValue(EnumOperation.RemoveValue operation) {
    return exchange(operation.from(), operation.to(), operation.uses());
  }

  @Override
  public List<DdlStatement> visitRenameValue(EnumOperation.RenameValue operation) {
    return List.of(new EnumDdl.RenameEnumValue(operation.type(), operation.from(), operation.to()));
  }

  @Override
  public List<DdlStatement> visitChange(EnumOperation.Change operation) {
    return exchange(operation.from(), operation.to(), operation.uses());
  }

  /** The database cannot take a label away, so a second type takes the place of the first. */
  private List<DdlStatement> exchange(EnumType from, EnumType to, EnumUses uses) {
    QualifiedName old =
        new QualifiedName(from.name().schema(), SpareName.of(quoter, from.name().name(), OLD));
    List<DdlStatement> statements = new ArrayList<>();
    Map<String, String> mapping = rows.mapping(from, to);
    checks(from, to, uses, mapping).forEach(statements::add);
    List<EnumUses.ObjectUse> objects = new ArrayList<>(uses.objects());
    Collections.reverse(objects);
    objects.forEach(use -> statements.add(ObjectStatements.drop(use.object())));
    for (EnumUses.ConstraintUse use : uses.constraints()) {
      statements.add(new ConstraintDdl.DropConstraint(use.table(), use.constraint().name().text()));
    }
    for (EnumUses.IndexUse use : uses.indexes()) {
      statements.add(
          new IndexDdl.DropIndex(DdlPlan.index(use.table(), use.index().name().text()), false));
    }
    statements.add(new EnumDdl.RenameEnum(from.name(), old.name()));
    create(statements, to);
    List<EnumUses.ColumnUse> carried =
        uses.columns().stream()
            .filter(use -> use.carried() && use.column().serverDefault() != null)
            .toList();
    carried.forEach(
        use -> statements.add(new ColumnDdl.DropDefault(use.table(), use.column().name())));
    uses.columns().stream()
        .filter(use -> !use.carried())
        .forEach(use -> convert(statements, use, mapping));
    carried.forEach(use -> statements.add(defaultOf(use)));
    statements.add(new EnumDdl.DropEnum(old));
    for (EnumUses.IndexUse use : uses.indexes()) {
      statements.add(new IndexDdl.CreateIndex(use.table(), use.index(), false));
      DdlPlan.comment(
          statements,
          CommentTarget.index(DdlPlan.index(use.table(), use.index().name().text())),
          use.index().comment());
    }
    for (EnumUses.ConstraintUse use : uses.constraints()) {
      statements.add(new ConstraintDdl.AddConstraint(use.table(), use.constraint()));
      DdlPlan.comment(
          statements, DdlPlan.target(use.table(), use.constraint()), use.constraint().comment());
    }
    uses.objects().forEach(use -> statements.addAll(ObjectStatements.create(use.object())));
    Stream.concat(
            uses.grants().stream(), uses.objects().stream().flatMap(use -> use.grants().stream()))
        .forEach(grant -> statements.add(new ObjectDdl.ChangePrivileges(grant)));
    return statements;
  }

  private static void create(List<DdlStatement> statements, EnumType type) {
    statements.add(new EnumDdl.CreateEnum(type));
    DdlPlan.comment(statements, CommentTarget.enumType(type.name()), type.comment());
  }

  private void convert(
      List<DdlStatement> statements, EnumUses.ColumnUse use, Map<String, String> mapping) {
    Column column = use.column();
    String name = quoter.quote(column.name());
    String type = column.type().name();
    boolean array = type.endsWith("[]");
    String text =
        mapping.isEmpty()
            ? name + (array ? "::text[]::" : "::text::")
            : (array ? mappedArray(name, mapping) : mapped(name, mapping)) + "::";
    String serverDefault = column.serverDefault();
    if (serverDefault != null) {
      statements.add(new ColumnDdl.DropDefault(use.table(), column.name()));
    }
    statements.add(
        new ColumnDdl.AlterColumnType(
            use.table(), column.name(), column.type(), column.collation(), text + type));
    if (serverDefault != null) {
      statements.add(defaultOf(use));
    }
  }

  private static DdlStatement defaultOf(EnumUses.ColumnUse use) {
    return new ColumnDdl.SetDefault(
        use.table(), use.column().name(), Objects.requireNonNull(use.column().serverDefault()));
  }

  private static String mapped(String name, Map<String, String> mapping) {
    String cases =
        mapping.entrySet().stream()
            .map(
                each ->
                    " WHEN "
                        + SqlLiteral.text(each.getKey())
                        + " THEN "
                        + SqlLiteral.text(each.getValue()))
            .collect(Collectors.joining());
    return "(CASE " + name + "::text" + cases + " ELSE " + name + "::text END)";
  }

  private static String mappedArray(String name, Map<String, String> mapping) {
    String mapped = name + "::text[]";
    for (Map.Entry<String, String> each : mapping.entrySet()) {
      mapped =
          "array_replace("
              + mapped
              + ", "
              + SqlLiteral.text(each.getKey())
              + ", "
              + SqlLiteral.text(each.getValue())
              + ")";
    }
    return mapped;
  }

  /** Says which rows are in the way, which the failing cast would not. */
  private List<DdlStatement> checks(
      EnumType from, EnumType to, EnumUses uses, Map<String, String> mapping) {
    List<String> removed = new ArrayList<>(from.labels());
    removed.removeAll(to.labels());
    removed.removeAll(mapping.keySet());
    if (removed.isEmpty()) {
      return List.of();
    }
    return uses.columns().stream().map(use -> check(from, removed, use)).toList();
  }

  private DdlStatement check(EnumType type, List<String> removed, EnumUses.ColumnUse use) {
    String labels =
        removed.stream().map(SqlLiteral::text).collect(Collectors.joining(", ", "ARRAY[", "]"));
    String name = quoter.quote(use.column().name());
    boolean array = use.column().type().name().endsWith("[]");
    String holds = array ? name + "::text[] && " + labels : name + "::text = ANY (" + labels + ")";
    String message =
        "cannot remove "
            + String.join(", ", removed)
            + " from enum \""
            + type.name()
            + "\": rows of \""
            + use.table()
            + "."
            + use.column().name()
            + "\" hold it";
    return new RawSql(
        "DO $aludel$BEGIN IF EXISTS (SELECT FROM "
            + quoter.quote(use.table())
            + " WHERE "
            + holds
            + ") THEN RAISE EXCEPTION USING ERRCODE = 'check_violation', MESSAGE = "
            + SqlLiteral.text(message)
            + ", HINT = 'Give these rows another value first.'; END IF; END$aludel$");
  }
}
