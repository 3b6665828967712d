package org.aludel.dialect.postgresql;

import org.aludel.compile.IdentifierQuoter;
import org.aludel.compile.SqlLiteral;
import org.aludel.ddl.NamespaceDdl;
import org.aludel.ddl.NamespaceDdl.CreateExtension;
import org.aludel.ddl.NamespaceDdl.CreateSchema;
import org.aludel.ddl.NamespaceDdl.DropExtension;
import org.aludel.ddl.NamespaceDdl.DropSchema;
import org.aludel.ddl.NamespaceDdl.SetExtensionSchema;
import org.aludel.ddl.NamespaceDdl.UpdateExtension;

/** Schemas and extensions. */
final class PostgresNamespaceDdl implements NamespaceDdl.Visitor<String> {
  private final IdentifierQuoter quoter = PostgresIdentifiers.quoter();

  @Override
  public String visitCreateSchema(CreateSchema statement) {
    return "CREATE SCHEMA " + quoter.quote(statement.schema().name());
  }

  @Override
  public String visitDropSchema(DropSchema statement) {
    return "DROP SCHEMA " + quoter.quote(statement.name());
  }

  @Override
  public String visitCreateExtension(CreateExtension statement) {
    StringBuilder sql = new StringBuilder("CREATE EXTENSION ");
    sql.append(quoter.quote(statement.extension().name()));
    String schema = statement.extension().schema();
    if (schema != null) {
      sql.append(" SCHEMA ").append(quoter.quote(schema));
    }
    String version = statement.extension().version();
    if (version != null) {
      sql.append(" VERSION ").append(SqlLiteral.text(version));
    }
    return sql.toString();
  }

  @Override
  public String visitUpdateExtension(UpdateExtension statement) {
    return alterExtension(statement.name()) + "UPDATE TO " + SqlLiteral.text(statement.version());
  }

  @Override
  public String visitSetExtensionSchema(SetExtensionSchema statement) {
    return alterExtension(statement.name()) + "SET SCHEMA " + quoter.quote(statement.schema());
  }

  @Override
  public String visitDropExtension(DropExtension statement) {
    return "DROP EXTENSION " + quoter.quote(statement.name());
  }

  private String alterExtension(String name) {
    return "ALTER EXTENSION " + quoter.quote(name) + " ";
  }
}
