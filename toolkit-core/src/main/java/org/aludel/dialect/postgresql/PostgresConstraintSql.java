package org.aludel.dialect.postgresql;

import java.util.List;
import java.util.stream.Collectors;
import org.aludel.compile.IdentifierQuoter;
import org.aludel.schema.CheckConstraint;
import org.aludel.schema.Constraint;
import org.aludel.schema.Deferral;
import org.aludel.schema.ExcludeConstraint;
import org.aludel.schema.ForeignKey;
import org.aludel.schema.MatchType;
import org.aludel.schema.PrimaryKey;
import org.aludel.schema.ReferentialAction;
import org.aludel.schema.UniqueConstraint;

/** Constraints as they stand in CREATE TABLE and ADD CONSTRAINT, always with their name. */
final class PostgresConstraintSql {
  private static final IdentifierQuoter QUOTER = PostgresIdentifiers.quoter();

  private PostgresConstraintSql() {}

  /**
   * @param tables writes the names of tables
   */
  static String of(Constraint constraint, IdentifierQuoter tables) {
    String sql =
        "CONSTRAINT " + QUOTER.quote(constraint.name().text()) + " " + rule(constraint, tables);
    return constraint.validated() ? sql : sql + " NOT VALID";
  }

  private static String rule(Constraint constraint, IdentifierQuoter tables) {
    if (constraint instanceof PrimaryKey key) {
      return "PRIMARY KEY " + keyColumns(key.columns(), key.include()) + deferral(key.deferral());
    }
    if (constraint instanceof UniqueConstraint unique) {
      String nulls = unique.nullsNotDistinct() ? "NULLS NOT DISTINCT " : "";
      String columns = keyColumns(unique.columns(), unique.include());
      return "UNIQUE " + nulls + columns + deferral(unique.deferral());
    }
    if (constraint instanceof ForeignKey key) {
      return foreignKey(key, tables);
    }
    if (constraint instanceof CheckConstraint check) {
      return "CHECK (" + check.statement() + ")" + (check.noInherit() ? " NO INHERIT" : "");
    }
    return exclude((ExcludeConstraint) constraint);
  }

  private static String foreignKey(ForeignKey key, IdentifierQuoter tables) {
    StringBuilder sql = new StringBuilder("FOREIGN KEY ");
    sql.append(list(key.columns())).append(" REFERENCES ").append(tables.quote(key.target()));
    sql.append(' ').append(list(key.targetColumns()));
    if (key.match() == MatchType.FULL) {
      sql.append(" MATCH FULL");
    }
    if (key.onUpdate() != ReferentialAction.NO_ACTION) {
      sql.append(" ON UPDATE ").append(key.onUpdate().sql());
    }
    if (key.onDelete() != ReferentialAction.NO_ACTION) {
      sql.append(" ON DELETE ").append(key.onDelete().sql());
      if (!key.onDeleteColumns().isEmpty()) {
        sql.append(' ').append(list(key.onDeleteColumns()));
      }
    }
    return sql.append(deferral(key.deferral())).toString();
  }

  private static String exclude(ExcludeConstraint constraint) {
    String elements =
        constraint.elements().stream()
            .map(one -> PostgresIndexSql.element(one.element()) + " WITH " + one.operator())
            .collect(Collectors.joining(", "));
    StringBuilder sql = new StringBuilder("EXCLUDE USING ");
    sql.append(QUOTER.quote(constraint.method())).append(" (").append(elements).append(')');
    sql.append(include(constraint.include()));
    if (constraint.predicate() != null) {
      sql.append(" WHERE (").append(constraint.predicate()).append(')');
    }
    return sql.append(deferral(constraint.deferral())).toString();
  }

  private static String keyColumns(List<String> columns, List<String> include) {
    return list(columns) + include(include);
  }

  static String include(List<String> columns) {
    return columns.isEmpty() ? "" : " INCLUDE " + list(columns);
  }

  private static String list(List<String> columns) {
    return "(" + QUOTER.quoteAll(columns) + ")";
  }

  /** With its leading blank; nothing for what is the default. */
  static String deferral(Deferral deferral) {
    return switch (deferral) {
      case NOT_DEFERRABLE -> "";
      case INITIALLY_IMMEDIATE -> " DEFERRABLE";
      case INITIALLY_DEFERRED -> " DEFERRABLE INITIALLY DEFERRED";
    };
  }
}
