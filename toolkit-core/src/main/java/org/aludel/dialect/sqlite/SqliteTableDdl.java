package org.aludel.dialect.sqlite;

import java.util.ArrayList;
import java.util.List;
import org.aludel.compile.IdentifierQuoter;
import org.aludel.error.CompileException;
import org.aludel.error.Problem;
import org.aludel.error.SqlCode;
import org.aludel.schema.CheckConstraint;
import org.aludel.schema.Column;
import org.aludel.schema.Computed;
import org.aludel.schema.Constraint;
import org.aludel.schema.Deferral;
import org.aludel.schema.ForeignKey;
import org.aludel.schema.Identity;
import org.aludel.schema.MatchType;
import org.aludel.schema.PrimaryKey;
import org.aludel.schema.QualifiedName;
import org.aludel.schema.ReferentialAction;
import org.aludel.schema.Table;
import org.aludel.schema.UniqueConstraint;

/** {@code CREATE TABLE} and its parts. Source: SQLite, CREATE TABLE. */
final class SqliteTableDdl {
  private static final IdentifierQuoter QUOTER = SqliteIdentifiers.quoter();

  private SqliteTableDdl() {}

  static String create(Table table, IdentifierQuoter tables) {
    requirePlain(table);
    List<String> lines = new ArrayList<>();
    for (Column column : table.columns()) {
      lines.add(definition(table.name(), column, isRowNumber(table, column)));
    }
    table.constraints().forEach(one -> lines.add(constraint(table.name(), one)));
    return "CREATE TABLE "
        + tables.quote(table.name())
        + " (\n  "
        + String.join(",\n  ", lines)
        + "\n)";
  }

  private static void requirePlain(Table table) {
    boolean plain =
        table.options().equals(Table.Options.DEFAULT)
            && table.parents().isEmpty()
            && table.partitioning() == null;
    if (!plain) {
      throw refused(table.name(), "parents, partitions or options of another database");
    }
  }

  /**
   * Whether SQLite counts the column by itself: the primary key alone, of the very type INTEGER.
   * Source: SQLite, ROWIDs and the INTEGER PRIMARY KEY.
   */
  private static boolean isRowNumber(Table table, Column column) {
    return table.constraints().stream()
        .anyMatch(
            one -> one instanceof PrimaryKey key && key.columns().equals(List.of(column.name())));
  }

  /** A column as it stands in a table. */
  static String definition(QualifiedName table, Column column, boolean rowNumber) {
    List<String> clauses = new ArrayList<>();
    clauses.add(QUOTER.quote(column.name()));
    clauses.add(type(table, column, rowNumber));
    if (!column.options().equals(Column.Options.DEFAULT)) {
      throw refused(table, "options of column \"" + column.name() + "\"");
    }
    if (!column.nullable()) {
      clauses.add("NOT NULL");
    }
    if (column.collation() != null) {
      clauses.add("COLLATE " + column.collation());
    }
    if (column.serverDefault() != null) {
      clauses.add("DEFAULT (" + column.serverDefault() + ")");
    }
    Computed computed = column.computed();
    if (computed != null) {
      String kind = computed.stored() ? ") STORED" : ") VIRTUAL";
      clauses.add("GENERATED ALWAYS AS (" + computed.expression() + kind);
    }
    return String.join(" ", clauses);
  }

  private static String type(QualifiedName table, Column column, boolean rowNumber) {
    Identity identity = column.identity();
    if (identity == null) {
      return SqliteTypes.of(column.type()).name();
    }
    if (!rowNumber || !SqliteTypes.isWhole(column.type())) {
      throw refused(table, "an identity in \"" + column.name() + "\", which is not the whole key");
    }
    if (!identity.withSequenceName(null).equals(Identity.byDefault())) {
      throw refused(table, "an identity in \"" + column.name() + "\" with options of a sequence");
    }
    return "integer";
  }

  private static String constraint(QualifiedName table, Constraint constraint) {
    return "CONSTRAINT " + QUOTER.quote(constraint.name().text()) + " " + rule(table, constraint);
  }

  private static String rule(QualifiedName table, Constraint constraint) {
    if (!isPlain(constraint)) {
      throw refused(table, constraint.toString());
    }
    if (constraint instanceof PrimaryKey key) {
      return "PRIMARY KEY " + list(key.columns());
    }
    if (constraint instanceof UniqueConstraint unique) {
      return "UNIQUE " + list(unique.columns());
    }
    if (constraint instanceof CheckConstraint check) {
      return "CHECK (" + check.expression() + ")";
    }
    return foreignKey((ForeignKey) constraint);
  }

  /** Whether it says nothing that SQLite has no words for. */
  private static boolean isPlain(Constraint constraint) {
    if (constraint instanceof PrimaryKey key) {
      return key.include().isEmpty() && key.deferral() == Deferral.NOT_DEFERRABLE;
    }
    if (constraint instanceof UniqueConstraint unique) {
      return unique.include().isEmpty()
          && unique.deferral() == Deferral.NOT_DEFERRABLE
          && !unique.nullsNotDistinct();
    }
    if (constraint instanceof ForeignKey key) {
      return key.validated() && key.match() == MatchType.SIMPLE && key.onDeleteColumns().isEmpty();
    }
    return constraint instanceof CheckConstraint check && check.validated();
  }

  /** The table that is meant is always in the same schema. Source: SQLite, foreign keys. */
  private static String foreignKey(ForeignKey key) {
    StringBuilder sql = new StringBuilder("FOREIGN KEY ");
    sql.append(list(key.columns())).append(" REFERENCES ");
    sql.append(QUOTER.quote(key.target().name())).append(' ').append(list(key.targetColumns()));
    if (key.onUpdate() != ReferentialAction.NO_ACTION) {
      sql.append(" ON UPDATE ").append(key.onUpdate().sql());
    }
    if (key.onDelete() != ReferentialAction.NO_ACTION) {
      sql.append(" ON DELETE ").append(key.onDelete().sql());
    }
    return sql.append(
            switch (key.deferral()) {
              case NOT_DEFERRABLE -> "";
              case INITIALLY_IMMEDIATE -> " DEFERRABLE";
              case INITIALLY_DEFERRED -> " DEFERRABLE INITIALLY DEFERRED";
            })
        .toString();
  }

  private static String list(List<String> columns) {
    return "(" + QUOTER.quoteAll(columns) + ")";
  }

  private static CompileException refused(QualifiedName table, String found) {
    return new CompileException(
        Problem.of(SqlCode.UNSUPPORTED_STATEMENT, "cannot create \"" + table + "\" in SQLite")
            .found(found)
            .expected("columns, keys, checks and foreign keys as SQLite has them")
            .fix("leave it out of the model for SQLite"));
  }
}
