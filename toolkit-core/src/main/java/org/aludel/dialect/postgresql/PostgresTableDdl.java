package org.aludel.dialect.postgresql;

import java.util.ArrayList;
import java.util.List;
import org.aludel.compile.IdentifierQuoter;
import org.aludel.ddl.TableDdl;
import org.aludel.ddl.TableDdl.CreateTable;
import org.aludel.ddl.TableDdl.DropTable;
import org.aludel.ddl.TableDdl.RenameTable;
import org.aludel.ddl.TableDdl.SetTableSchema;
import org.aludel.schema.Table;

/** Whole tables. */
final class PostgresTableDdl implements TableDdl.Visitor<String> {
  private final IdentifierQuoter quoter = PostgresIdentifiers.quoter();

  /** One line a column and a constraint: these texts are reviewed by people. */
  @Override
  public String visitCreateTable(CreateTable statement) {
    Table table = statement.table();
    List<String> lines = new ArrayList<>();
    table
        .columns()
        .forEach(column -> lines.add(PostgresColumnSql.definition(table.name(), column)));
    table.constraints().forEach(constraint -> lines.add(PostgresConstraintSql.of(constraint)));
    String head = "CREATE TABLE " + quoter.quote(table.name()) + " (";
    return lines.isEmpty() ? head + ")" : head + "\n  " + String.join(",\n  ", lines) + "\n)";
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
