package org.aludel.dialect.postgresql;

import java.util.ArrayList;
import java.util.List;
import org.aludel.compile.IdentifierQuoter;
import org.aludel.schema.Column;
import org.aludel.schema.Computed;
import org.aludel.schema.Identity;
import org.aludel.schema.QualifiedName;

/** A column as it stands in CREATE TABLE and ADD COLUMN. */
final class PostgresColumnSql {
  private static final IdentifierQuoter QUOTER = PostgresIdentifiers.quoter();

  private PostgresColumnSql() {}

  /**
   * @param objects writes the name of an identity's sequence
   */
  static String definition(QualifiedName table, Column column, IdentifierQuoter objects) {
    List<String> clauses = new ArrayList<>();
    clauses.add(QUOTER.quote(column.name()));
    clauses.add(column.type().on(PostgresDialect.NAME).name());
    if (column.collation() != null) {
      clauses.add("COLLATE " + column.collation());
    }
    String defaultSql = column.serverDefault();
    if (defaultSql != null) {
      clauses.add("DEFAULT " + PostgresDefaultSql.operand(defaultSql));
    }
    Computed computed = column.computed();
    if (computed != null) {
      String kind = computed.stored() ? ") STORED" : ") VIRTUAL";
      clauses.add("GENERATED ALWAYS AS (" + computed.expression() + kind);
    }
    Identity identity = column.identity();
    if (identity != null) {
      clauses.add(identity(table, identity, objects));
    }
    if (!column.nullable()) {
      clauses.add("NOT NULL");
    }
    return String.join(" ", clauses);
  }

  /** The name of the sequence is qualified like its table, which the server requires to agree. */
  static String identity(QualifiedName table, Identity identity, IdentifierQuoter objects) {
    List<String> options = new ArrayList<>();
    String sequence = identity.sequenceName();
    if (sequence != null) {
      options.add("SEQUENCE NAME " + objects.quote(new QualifiedName(table.schema(), sequence)));
    }
    options.addAll(PostgresSequenceOptions.forCreate(identity.options()));
    return "GENERATED "
        + (identity.always() ? "ALWAYS" : "BY DEFAULT")
        + " AS IDENTITY"
        + (options.isEmpty() ? "" : " (" + String.join(" ", options) + ")");
  }
}
