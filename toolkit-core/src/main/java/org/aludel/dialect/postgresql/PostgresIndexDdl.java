package org.aludel.dialect.postgresql;

import java.util.stream.Collectors;
import org.aludel.compile.IdentifierQuoter;
import org.aludel.ddl.IndexDdl;
import org.aludel.ddl.IndexDdl.CreateIndex;
import org.aludel.ddl.IndexDdl.DropIndex;
import org.aludel.ddl.IndexDdl.RenameIndex;
import org.aludel.ddl.IndexDdl.SetIndexStatistics;
import org.aludel.ddl.IndexDdl.SetIndexStorage;
import org.aludel.schema.Index;

/** Indexes that no constraint owns. */
final class PostgresIndexDdl implements IndexDdl.Visitor<String> {
  private final IdentifierQuoter quoter;

  /**
   * @param quoter writes names, in the schemas that are meant
   */
  PostgresIndexDdl(IdentifierQuoter quoter) {
    this.quoter = quoter;
  }

  @Override
  public String visitCreateIndex(CreateIndex statement) {
    Index index = statement.index();
    StringBuilder sql =
        new StringBuilder(index.unique() ? "CREATE UNIQUE INDEX " : "CREATE INDEX ");
    sql.append(statement.concurrently() ? "CONCURRENTLY " : "");
    sql.append(quoter.quote(index.name().text())).append(" ON ");
    sql.append(quoter.quote(statement.table()));
    if (!index.method().equals("btree")) {
      sql.append(" USING ").append(quoter.quote(index.method()));
    }
    sql.append(
        index.elements().stream()
            .map(PostgresIndexSql::element)
            .collect(Collectors.joining(", ", " (", ")")));
    sql.append(PostgresConstraintSql.include(index.include()));
    sql.append(index.nullsNotDistinct() ? " NULLS NOT DISTINCT" : "");
    sql.append(PostgresIndexSql.storage(index.storage()));
    if (index.predicate() != null) {
      sql.append(" WHERE ").append(index.predicate());
    }
    return sql.toString();
  }

  @Override
  public String visitDropIndex(DropIndex statement) {
    return "DROP INDEX "
        + (statement.concurrently() ? "CONCURRENTLY " : "")
        + quoter.quote(statement.index());
  }

  @Override
  public String visitRenameIndex(RenameIndex statement) {
    return "ALTER INDEX "
        + quoter.quote(statement.index())
        + " RENAME TO "
        + quoter.quote(statement.to());
  }

  @Override
  public String visitSetIndexStatistics(SetIndexStatistics statement) {
    return "ALTER INDEX "
        + quoter.quote(statement.index())
        + " ALTER COLUMN "
        + statement.key()
        + " SET STATISTICS "
        + statement.target();
  }

  @Override
  public String visitSetIndexStorage(SetIndexStorage statement) {
    return "ALTER INDEX "
        + quoter.quote(statement.index())
        + " "
        + String.join(", ", PostgresIndexSql.changes(statement.from(), statement.to()));
  }
}
