package org.aludel.dialect.postgresql;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.aludel.compile.IdentifierQuoter;
import org.aludel.ddl.TableDdl;
import org.aludel.ddl.TableDdl.AttachPartition;
import org.aludel.ddl.TableDdl.ClusterOn;
import org.aludel.ddl.TableDdl.CreateTable;
import org.aludel.ddl.TableDdl.DetachPartition;
import org.aludel.ddl.TableDdl.DropTable;
import org.aludel.ddl.TableDdl.RenameTable;
import org.aludel.ddl.TableDdl.SetAccessMethod;
import org.aludel.ddl.TableDdl.SetLogged;
import org.aludel.ddl.TableDdl.SetParent;
import org.aludel.ddl.TableDdl.SetReplicaIdentity;
import org.aludel.ddl.TableDdl.SetRowSecurity;
import org.aludel.ddl.TableDdl.SetStorage;
import org.aludel.ddl.TableDdl.SetTableSchema;
import org.aludel.schema.Partitioning;
import org.aludel.schema.QualifiedName;
import org.aludel.schema.Table;

/** Whole tables. */
final class PostgresTableDdl implements TableDdl.Visitor<String> {
  private final IdentifierQuoter quoter;

  /**
   * @param quoter writes names, in the schemas that are meant
   */
  PostgresTableDdl(IdentifierQuoter quoter) {
    this.quoter = quoter;
  }

  /** One line a column and a constraint: these texts are reviewed by people. */
  @Override
  public String visitCreateTable(CreateTable statement) {
    Table table = statement.table();
    Table.Options options = table.options();
    List<String> lines = new ArrayList<>();
    table.columns().stream()
        .filter(column -> !column.inherited())
        .forEach(column -> lines.add(PostgresColumnSql.definition(table.name(), column, quoter)));
    table
        .constraints()
        .forEach(constraint -> lines.add(PostgresConstraintSql.of(constraint, quoter)));
    StringBuilder sql = new StringBuilder(options.unlogged() ? "CREATE UNLOGGED " : "CREATE ");
    sql.append("TABLE ").append(quoter.quote(table.name())).append(" (");
    sql.append(lines.isEmpty() ? ")" : "\n  " + String.join(",\n  ", lines) + "\n)");
    if (!table.parents().isEmpty()) {
      sql.append(
          table.parents().stream()
              .map(quoter::quote)
              .collect(Collectors.joining(", ", " INHERITS (", ")")));
    }
    Partitioning partitioning = table.partitioning();
    if (partitioning != null) {
      sql.append(" PARTITION BY ").append(partitioning.strategy());
      sql.append(" (").append(partitioning.key()).append(')');
    }
    if (options.accessMethod() != null) {
      sql.append(" USING ").append(quoter.quote(options.accessMethod()));
    }
    return sql.append(PostgresIndexSql.storage(options.storage())).toString();
  }

  @Override
  public String visitAttachPartition(AttachPartition statement) {
    return alter(statement.table())
        + "ATTACH PARTITION "
        + quoter.quote(statement.partition())
        + " "
        + statement.bound();
  }

  @Override
  public String visitSetRowSecurity(SetRowSecurity statement) {
    return alter(statement.table())
        + (statement.security().enabled() ? "ENABLE" : "DISABLE")
        + " ROW LEVEL SECURITY, "
        + (statement.security().forced() ? "FORCE" : "NO FORCE")
        + " ROW LEVEL SECURITY";
  }

  @Override
  public String visitSetReplicaIdentity(SetReplicaIdentity statement) {
    return alter(statement.table())
        + "REPLICA IDENTITY "
        + Objects.requireNonNullElse(statement.identity(), "DEFAULT");
  }

  @Override
  public String visitClusterOn(ClusterOn statement) {
    String index = statement.index();
    return alter(statement.table())
        + (index == null ? "SET WITHOUT CLUSTER" : "CLUSTER ON " + quoter.quote(index));
  }

  @Override
  public String visitDetachPartition(DetachPartition statement) {
    return alter(statement.table()) + "DETACH PARTITION " + quoter.quote(statement.partition());
  }

  @Override
  public String visitSetLogged(SetLogged statement) {
    return alter(statement.table()) + (statement.logged() ? "SET LOGGED" : "SET UNLOGGED");
  }

  @Override
  public String visitSetStorage(SetStorage statement) {
    return alter(statement.table())
        + String.join(", ", PostgresIndexSql.changes(statement.from(), statement.to()));
  }

  @Override
  public String visitSetAccessMethod(SetAccessMethod statement) {
    String method = statement.method();
    return alter(statement.table())
        + "SET ACCESS METHOD "
        + (method == null ? "heap" : quoter.quote(method));
  }

  @Override
  public String visitSetParent(SetParent statement) {
    return alter(statement.table())
        + (statement.inherits() ? "INHERIT " : "NO INHERIT ")
        + quoter.quote(statement.parent());
  }

  private String alter(QualifiedName table) {
    return "ALTER TABLE " + quoter.quote(table) + " ";
  }

  @Override
  public String visitRenameTable(RenameTable statement) {
    return "ALTER TABLE "
        + quoter.quote(statement.table())
        + " RENAME TO "
        + quoter.quote(statement.to());
  }

  @Override
  public String visitSetTableSchema(SetTableSchema statement) {
    return "ALTER TABLE "
        + quoter.quote(statement.table())
        + " SET SCHEMA "
        + quoter.quote(statement.schema());
  }

  @Override
  public String visitDropTable(DropTable statement) {
    return "DROP TABLE " + quoter.quote(statement.table());
  }
}
