package org.aludel.migrations.reverse;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.aludel.migrations.operation.ColumnOperation;
import org.aludel.migrations.operation.CommentOperation;
import org.aludel.migrations.operation.ConstraintOperation;
import org.aludel.migrations.operation.CustomOperation;
import org.aludel.migrations.operation.EnumOperation;
import org.aludel.migrations.operation.ExtensionOperation;
import org.aludel.migrations.operation.IndexOperation;
import org.aludel.migrations.operation.NamespaceOperation;
import org.aludel.migrations.operation.ObjectOperation;
import org.aludel.migrations.operation.OperationVisitor;
import org.aludel.migrations.operation.PrivilegeOperation;
import org.aludel.migrations.operation.RebuildOperation;
import org.aludel.migrations.operation.SequenceOperation;
import org.aludel.migrations.operation.TableOperation;
import org.aludel.migrations.plan.MigrationPlan;
import org.aludel.schema.ForeignKey;
import org.aludel.schema.ObjectReference;
import org.aludel.schema.QualifiedName;

/**
 * The statements that lead from what classes say to the whole schema, an object a file. The files
 * run in any order in which they succeed, so whatever needs all of a kind stands apart.
 */
final class SqlFiles implements OperationVisitor<String> {
  private static final String BODIES = "SET LOCAL check_function_bodies = off;\n";

  /** Reasons, which stand at the top of the files of their tables, by table. */
  private final Map<QualifiedName, String> reasons;

  private SqlFiles(Map<QualifiedName, String> reasons) {
    this.reasons = reasons;
  }

  static SortedMap<String, String> of(MigrationPlan plan, Map<QualifiedName, String> reasons) {
    SqlFiles files = new SqlFiles(reasons);
    SortedMap<String, StringBuilder> texts = new TreeMap<>();
    for (MigrationPlan.Planned planned : plan.operations()) {
      if (planned.operation() instanceof ObjectOperation.CheckBodies) {
        continue;
      }
      String path = planned.operation().accept(files) + ".sql";
      texts.computeIfAbsent(path, key -> new StringBuilder()).append(text(planned.upgrade()));
    }
    SortedMap<String, String> all = new TreeMap<>();
    texts.forEach((path, text) -> all.put(path, files.head(path) + text));
    return all;
  }

  private static String text(List<String> statements) {
    StringBuilder text = new StringBuilder();
    statements.forEach(each -> text.append(each).append(";\n"));
    return text.toString();
  }

  private String head(String path) {
    if (path.startsWith("functions/") || path.startsWith("procedures/")) {
      return BODIES;
    }
    for (Map.Entry<QualifiedName, String> reason : reasons.entrySet()) {
      if (path.equals(table(reason.getKey()) + ".sql")) {
        return "-- not mapped: " + reason.getValue() + "\n";
      }
    }
    return "";
  }

  private static String table(QualifiedName table) {
    return "tables/" + file(table);
  }

  /** A name as a file; what file systems do not take is written by its code point. */
  private static String file(QualifiedName name) {
    StringBuilder file = new StringBuilder();
    String text = name.toString();
    for (int at = 0; at < text.length(); at++) {
      char letter = text.charAt(at);
      boolean plain =
          (letter < 128 && Character.isLetterOrDigit(letter)) || "._-".indexOf(letter) >= 0;
      file.append(plain ? String.valueOf(letter) : "%" + Integer.toHexString(letter));
    }
    return file.toString();
  }

  @Override
  public String visitNamespace(NamespaceOperation operation) {
    return "schemas";
  }

  @Override
  public String visitExtension(ExtensionOperation operation) {
    return "extensions";
  }

  @Override
  public String visitEnum(EnumOperation operation) {
    return operation instanceof EnumOperation.Create create
        ? "types/" + file(create.type().name())
        : "types";
  }

  @Override
  public String visitSequence(SequenceOperation operation) {
    return operation instanceof SequenceOperation.Create create
        ? "sequences/" + file(create.sequence().name())
        : "sequences";
  }

  @Override
  public String visitTable(TableOperation operation) {
    if (operation instanceof TableOperation.Create create) {
      return table(create.table().name());
    }
    if (operation instanceof TableOperation.AlterOptions alter) {
      return table(alter.table());
    }
    return "tables";
  }

  @Override
  public String visitRebuild(RebuildOperation operation) {
    return table(operation.after().tables().get(0).name());
  }

  @Override
  public String visitColumn(ColumnOperation operation) {
    return table(operation.table());
  }

  @Override
  public String visitConstraint(ConstraintOperation operation) {
    boolean foreign =
        operation instanceof ConstraintOperation.Add add && add.constraint() instanceof ForeignKey;
    return foreign ? "foreign-keys/" + file(operation.table()) : table(operation.table());
  }

  @Override
  public String visitIndex(IndexOperation operation) {
    return "indexes/" + file(operation.table());
  }

  @Override
  public String visitComment(CommentOperation operation) {
    return "comments";
  }

  @Override
  public String visitObject(ObjectOperation operation) {
    if (operation instanceof ObjectOperation.Create create) {
      ObjectReference made = create.object().reference();
      return made.kind().label().replace(' ', '-') + "s/" + file(made.name());
    }
    return "comments";
  }

  @Override
  public String visitPrivilege(PrivilegeOperation operation) {
    return "grants";
  }

  @Override
  public String visitCustom(CustomOperation operation) {
    return "others";
  }
}
