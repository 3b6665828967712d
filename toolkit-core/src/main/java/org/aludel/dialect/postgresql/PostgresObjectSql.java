package org.aludel.dialect.postgresql;

import java.util.Locale;
import org.aludel.compile.IdentifierQuoter;
import org.aludel.schema.ObjectKind;
import org.aludel.schema.ObjectReference;
import org.aludel.schema.QualifiedName;

/** Objects of every kind as COMMENT, DROP and GRANT name them. */
final class PostgresObjectSql {
  private static final IdentifierQuoter QUOTER = PostgresIdentifiers.quoter();

  private PostgresObjectSql() {}

  /** Such as {@code FUNCTION shop.total(integer)} or {@code TRIGGER audit ON item}. */
  static String of(ObjectReference object) {
    return keyword(object.kind()) + " " + identity(object);
  }

  /** The kind as SQL calls it. */
  static String keyword(ObjectKind kind) {
    return switch (kind) {
      case ENUM, COMPOSITE_TYPE, RANGE_TYPE -> "TYPE";
      case STATISTICS_OBJECT -> "STATISTICS";
      case FOREIGN_SERVER -> "SERVER";
      case DOMAIN_CONSTRAINT -> "CONSTRAINT";
      default -> kind.label().toUpperCase(Locale.ROOT);
    };
  }

  /** The words of a cast are no name, and may be longer than one. */
  private static String identity(ObjectReference object) {
    if (object.kind() == ObjectKind.CAST) {
      return "(" + object.name().name() + ")";
    }
    String name = QUOTER.quote(object.name());
    String part = object.part();
    return switch (object.kind()) {
      case FUNCTION, PROCEDURE, AGGREGATE -> name + "(" + part + ")";
      case OPERATOR -> operator(object.name()) + " (" + part + ")";
      case OPERATOR_CLASS, OPERATOR_FAMILY -> name + " USING " + QUOTER.quote(part);
      case TRIGGER, RULE, POLICY, CONSTRAINT -> QUOTER.quote(part) + " ON " + name;
      case DOMAIN_CONSTRAINT -> QUOTER.quote(part) + " ON DOMAIN " + name;
      case COLUMN -> name + "." + QUOTER.quote(part);
      default -> name;
    };
  }

  private static String operator(QualifiedName name) {
    String schema = name.schema();
    return schema == null ? name.name() : QUOTER.quote(schema) + "." + name.name();
  }
}
