package org.aludel.dialect.postgresql;

import java.util.Locale;
import java.util.stream.Collectors;
import org.aludel.compile.IdentifierQuoter;
import org.aludel.compile.SqlLiteral;
import org.aludel.ddl.ObjectDdl;
import org.aludel.ddl.ObjectDdl.ChangePrivileges;
import org.aludel.ddl.ObjectDdl.CheckBodies;
import org.aludel.ddl.ObjectDdl.CommentOn;
import org.aludel.ddl.ObjectDdl.CreateObject;
import org.aludel.ddl.ObjectDdl.DropObject;
import org.aludel.ddl.ObjectDdl.MoveObject;
import org.aludel.ddl.ObjectDdl.RenameObject;
import org.aludel.schema.Grant;
import org.aludel.schema.ObjectKind;
import org.aludel.schema.ObjectReference;
import org.aludel.schema.QualifiedName;

/** Objects of every kind, and the privileges on them. */
final class PostgresObjectDdl implements ObjectDdl.Visitor<String> {
  private final IdentifierQuoter quoter = PostgresIdentifiers.quoter();

  @Override
  public String visitCreateObject(CreateObject statement) {
    return statement.object().definition();
  }

  @Override
  public String visitDropObject(DropObject statement) {
    return "DROP " + PostgresObjectSql.of(statement.object());
  }

  @Override
  public String visitCommentOn(CommentOn statement) {
    String comment = statement.comment();
    return "COMMENT ON "
        + PostgresObjectSql.of(statement.object())
        + " IS "
        + (comment == null ? "NULL" : SqlLiteral.text(comment));
  }

  /** Source: PostgreSQL 18, ALTER TYPE and ALTER DOMAIN: a part is named behind its owner. */
  @Override
  public String visitRenameObject(RenameObject statement) {
    ObjectReference object = statement.object();
    String owner = quoter.quote(object.name());
    String to = quoter.quote(statement.to());
    return switch (object.kind()) {
      case COLUMN ->
          "ALTER TYPE " + owner + " RENAME ATTRIBUTE " + quoter.quote(object.part()) + " TO " + to;
      case DOMAIN_CONSTRAINT ->
          "ALTER DOMAIN "
              + owner
              + " RENAME CONSTRAINT "
              + quoter.quote(object.part())
              + " TO "
              + to;
      default -> "ALTER " + PostgresObjectSql.of(object) + " RENAME TO " + to;
    };
  }

  @Override
  public String visitMoveObject(MoveObject statement) {
    return "ALTER "
        + PostgresObjectSql.of(statement.object())
        + " SET SCHEMA "
        + quoter.quote(statement.schema());
  }

  @Override
  public String visitCheckBodies(CheckBodies statement) {
    return statement.check() ? "RESET check_function_bodies" : "SET check_function_bodies = off";
  }

  @Override
  public String visitChangePrivileges(ChangePrivileges statement) {
    Grant grant = statement.grant();
    ObjectReference on = grant.on();
    String prefix = on.kind() == ObjectKind.DEFAULT_PRIVILEGES ? defaults(on.name()) : "";
    boolean revoke = grant.action() == Grant.Action.REVOKE;
    String privileges = privileges(grant);
    String target = on.kind() == ObjectKind.DEFAULT_PRIVILEGES ? on.part() : target(grantable(on));
    return prefix
        + (revoke ? "REVOKE " : "GRANT ")
        + privileges
        + " ON "
        + target
        + (revoke ? " FROM " : " TO ")
        + grantee(grant.grantee())
        + (grant.action() == Grant.Action.GRANT_WITH_OPTION ? " WITH GRANT OPTION" : "");
  }

  private String defaults(QualifiedName name) {
    String schema = name.schema();
    return "ALTER DEFAULT PRIVILEGES FOR ROLE "
        + quoter.quote(name.name())
        + (schema == null ? "" : " IN SCHEMA " + quoter.quote(schema))
        + " ";
  }

  private String privileges(Grant grant) {
    String columns =
        grant.on().kind() == ObjectKind.COLUMN ? " (" + quoter.quote(grant.on().part()) + ")" : "";
    return grant.privileges().stream()
        .map(one -> one.toUpperCase(Locale.ROOT) + columns)
        .collect(Collectors.joining(", "));
  }

  /** A column is named behind the privilege; views and tables are one to GRANT. */
  private static ObjectReference grantable(ObjectReference on) {
    return switch (on.kind()) {
      case COLUMN, VIEW, MATERIALIZED_VIEW -> ObjectReference.table(on.name());
      case AGGREGATE -> new ObjectReference(ObjectKind.FUNCTION, on.name(), arguments(on.part()));
      default -> on;
    };
  }

  /** An aggregate's as one list of types, which is how GRANT takes them. */
  private static String arguments(String aggregated) {
    return aggregated.equals("*")
        ? ""
        : aggregated.replace(" ORDER BY ", ", ").replace("ORDER BY ", "");
  }

  private static String target(ObjectReference on) {
    return on.kind() == ObjectKind.FOREIGN_SERVER
        ? "FOREIGN " + PostgresObjectSql.of(on)
        : PostgresObjectSql.of(on);
  }

  private String grantee(Grant.Grantee grantee) {
    return switch (grantee.kind()) {
      case PUBLIC -> "PUBLIC";
      case OWNER -> "CURRENT_USER";
      case ROLE -> quoter.quote(grantee.role());
    };
  }
}
