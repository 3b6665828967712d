package org.aludel.dialect.postgresql;

import org.aludel.compile.IdentifierQuoter;
import org.aludel.ddl.ViewDdl;
import org.aludel.ddl.ViewDdl.CreateView;
import org.aludel.ddl.ViewDdl.DropView;
import org.aludel.ddl.ViewDdl.RefreshView;
import org.aludel.ddl.ViewDdl.ReplaceView;
import org.aludel.schema.View;

/** Views and materialized views. */
final class PostgresViewDdl implements ViewDdl.Visitor<String> {
  private final IdentifierQuoter quoter = PostgresIdentifiers.quoter();

  @Override
  public String visitCreateView(CreateView statement) {
    return create("CREATE ", statement.view());
  }

  @Override
  public String visitReplaceView(ReplaceView statement) {
    return create("CREATE OR REPLACE ", statement.view());
  }

  private String create(String verb, View view) {
    View.Storage storage = view.storage();
    StringBuilder sql = new StringBuilder(verb);
    sql.append(storage == null ? "VIEW " : "MATERIALIZED VIEW ").append(quoter.quote(view.name()));
    if (storage != null && storage.accessMethod() != null) {
      sql.append(" USING ").append(quoter.quote(storage.accessMethod()));
    }
    sql.append(PostgresIndexSql.storage(view.options()));
    sql.append(" AS\n").append(view.definition());
    return sql.append(storage == null ? "" : "\nWITH NO DATA").toString();
  }

  @Override
  public String visitRefreshView(RefreshView statement) {
    return "REFRESH MATERIALIZED VIEW " + quoter.quote(statement.view());
  }

  @Override
  public String visitDropView(DropView statement) {
    return (statement.materialized() ? "DROP MATERIALIZED VIEW " : "DROP VIEW ")
        + quoter.quote(statement.view());
  }
}
