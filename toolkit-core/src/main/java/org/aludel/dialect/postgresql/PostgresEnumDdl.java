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
        .map(this::label)
        .collect(
            Collectors.joining(
                ", ", "CREATE TYPE " + quoter.quote(statement.type().name()) + " AS ENUM (", ")"));
  }

  @Override
  public String visitAddEnumValue(AddEnumValue statement) {
    String sql = alter(statement.type()) + "ADD VALUE " + label(statement.label());
    String before = statement.before();
    if (before != null) {
      return sql + " BEFORE " + label(before);
    }
    String after = statement.after();
    return after == null ? sql : sql + " AFTER " + label(after);
  }

  @Override
  public String visitRenameEnumValue(RenameEnumValue statement) {
    return alter(statement.type())
        + "RENAME VALUE "
        + SqlLiteral.text(statement.from())
        + " TO "
        + label(statement.to());
  }

  @Override
  public String visitRenameEnum(RenameEnum statement) {
    return alter(statement.type()) + "RENAME TO " + quoter.quote(statement.to());
  }

  @Override
  public String visitDropEnum(DropEnum statement) {
    return "DROP TYPE " + quoter.quote(statement.type());
  }

  /** A label is a name that may be empty. Source: PostgreSQL 18 §8.7.4. */
  private String label(String label) {
    return label.isEmpty() ? SqlLiteral.text(label) : SqlLiteral.text(quoter.requireFit(label));
  }

  private String alter(QualifiedName type) {
    return "ALTER TYPE " + quoter.quote(type) + " ";
  }
}
