package org.aludel.migrations.scratch;

import java.util.List;
import org.aludel.migrations.operation.Operation;
import org.aludel.migrations.operation.PrivilegeOperation;
import org.aludel.schema.Grant;
import org.aludel.schema.MetaData;
import org.aludel.schema.ObjectKind;
import org.aludel.schema.ObjectReference;

/**
 * What a role's default privileges give to a new object beyond what the model says: that role's
 * wish, and no fault of a plan.
 *
 * @param defaults the default privileges of the database
 * @param defaultSchema where names without a schema are
 */
record GivenByDefault(List<Grant> defaults, String defaultSchema) {
  static GivenByDefault in(MetaData database, String defaultSchema) {
    return new GivenByDefault(
        database.grants().stream()
            .filter(each -> each.on().kind() == ObjectKind.DEFAULT_PRIVILEGES)
            .toList(),
        defaultSchema);
  }

  /** Whether an operation would only take back what was given so. */
  boolean explains(Operation operation) {
    return operation instanceof PrivilegeOperation.Change change
        && change.from().containsAll(change.to())
        && change.from().stream()
            .filter(each -> !change.to().contains(each))
            .allMatch(given -> defaults.stream().anyMatch(each -> gives(each, given)));
  }

  private boolean gives(Grant rule, Grant given) {
    return covers(rule.on(), given.on())
        && rule.grantee().equals(given.grantee())
        && rule.action() == given.action()
        && rule.privileges().containsAll(given.privileges());
  }

  /** A rule is for one class of objects, in one schema or in all. */
  private boolean covers(ObjectReference rule, ObjectReference object) {
    String schema = rule.name().schema();
    return rule.part().equals(classOf(object.kind()))
        && (schema == null || schema.equals(schemaOf(object)));
  }

  private String schemaOf(ObjectReference object) {
    String schema = object.name().schema();
    return schema == null ? defaultSchema : schema;
  }

  /** Source: PostgreSQL 18, ALTER DEFAULT PRIVILEGES. */
  private static String classOf(ObjectKind kind) {
    return switch (kind) {
      case TABLE, VIEW, MATERIALIZED_VIEW -> "TABLES";
      case SEQUENCE -> "SEQUENCES";
      case FUNCTION, PROCEDURE, AGGREGATE -> "FUNCTIONS";
      case ENUM, DOMAIN, COMPOSITE_TYPE, RANGE_TYPE -> "TYPES";
      case SCHEMA -> "SCHEMAS";
      default -> "";
    };
  }
}
