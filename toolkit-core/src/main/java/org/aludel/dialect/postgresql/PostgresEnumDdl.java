package org.aludel.dialect.postgresql;

import java.util.stream.Collectors;
import org.aludel.compile.IdentifierQuoter;
import org.aludel.compile.SqlLiteral;
import org.aludel.ddl.EnumDdl;
import org.aludel.ddl.EnumDdl.AddEnumValue;
import org.aludel.ddl.EnumDdl.CreateEnum;
import org.aludel.ddl.EnumDdl.DropEnum;
import org.aludel.ddl.EnumDdl.RenameEnum;
import org.aludel.ddl.EnumDdl.RenameEnumValue;
import org.aludel.schema.QualifiedName;

/** Enum types. */
final class PostgresEnumDdl implements EnumDdl.Visitor<String> {
  private final IdentifierQuoter quoter = PostgresIdentifiers.quoter();

  @Override
  public String visitCreateEnum(CreateEnum statement) {
    return statement.type().labels().stream()
        .map(SqlLiteral::text)
        .collect(
            Collectors.joining(
                ", ", "CREATE TYPE " + quoter.quote(statement.type().name()) + " AS ENUM (", ")"));
  }

  @Override
  public String visitAddEnumValue(AddEnumValue statement) {
    String sql = alter(statement.type()) + "ADD VALUE " + SqlLiteral.text(statement.label());
    String before = statement.before();
    if (before != null) {
      return sql + " BEFORE " + SqlLiteral.text(before);
    }
    String after = statement.after();
    return after == null ? sql : sql + " AFTER " + SqlLiteral.text(after);
  }

  @Override
  public String visitRenameEnumValue(RenameEnumValue statement) {
    return alter(statement.type())
        + "RENAME VALUE "
        + SqlLiteral.text(statement.from())
        + " TO "
        + SqlLiteral.text(statement.to());
  }

  @Override
  public String visitRenameEnum(RenameEnum statement) {
    return alter(statement.type()) + "RENAME TO " + quoter.quote(statement.to());
  }

  @Override
  public String visitDropEnum(DropEnum statement) {
    return "DROP TYPE " + quoter.quote(statement.type());
  }

  private String alter(QualifiedName type) {
    return "ALTER TYPE " + quoter.quote(type) + " ";
  }
}
