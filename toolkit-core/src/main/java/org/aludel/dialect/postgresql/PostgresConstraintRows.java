package org.aludel.dialect.postgresql;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.aludel.schema.CheckConstraint;
import org.aludel.schema.Constraint;
import org.aludel.schema.ConstraintName;
import org.aludel.schema.Deferral;
import org.aludel.schema.ExcludeConstraint;
import org.aludel.schema.ForeignKey;
import org.aludel.schema.MatchType;
import org.aludel.schema.ObjectReference;
import org.aludel.schema.PrimaryKey;
import org.aludel.schema.QualifiedName;
import org.aludel.schema.ReferentialAction;
import org.aludel.schema.UniqueConstraint;
import org.jspecify.annotations.Nullable;

/** Rows about constraints; keys and exclusions take the rest from their index. */
final class PostgresConstraintRows {
  /** Primary key, unique, exclusion, check, foreign key; then by name. */
  static final Comparator<Constraint> ORDER =
      Comparator.comparingInt(PostgresConstraintRows::rank)
          .thenComparing(constraint -> constraint.name().text());

  private final PostgresCatalogScope scope;
  private final PostgresObjectIndex objects;
  private final PostgresTableRows tables;
  private final PostgresIndexRows indexes;

  PostgresConstraintRows(
      PostgresCatalogScope scope,
      PostgresObjectIndex objects,
      PostgresTableRows tables,
      PostgresIndexRows indexes) {
    this.scope = scope;
    this.objects = objects;
    this.tables = tables;
    this.indexes = indexes;
  }

  private static int rank(Constraint constraint) {
    if (constraint instanceof PrimaryKey) {
      return 0;
    }
    if (constraint instanceof UniqueConstraint) {
      return 1;
    }
    if (constraint instanceof ExcludeConstraint) {
      return 2;
    }
    return constraint instanceof CheckConstraint ? 3 : 4;
  }

  void add(ResultSet row) throws SQLException {
    PostgresRelationDraft table = tables.draft(row.getLong("table_oid"));
    if (table == null) {
      return;
    }
    String type = PostgresCatalogSession.text(row, "type");
    String name = PostgresCatalogSession.text(row, "name");
    PostgresIndexRows.@Nullable Found index =
        "pux".contains(type) ? indexes.own(row.getLong("index_oid")) : null;
    String uncovered = row.getString("uncovered");
    if (uncovered != null) {
      scope.addUncovered(List.of(uncovered), table.name(), name);
      return;
    }
    if (type.equals("n")) {
      scope.addUncovered(List.of("not-null constraint"), table.name(), name);
      return;
    }
    Constraint constraint = constraint(row, type, table.name(), index);
    objects.add(
        PostgresObjectIndex.CONSTRAINT,
        row.getLong("oid"),
        ObjectReference.constraint(table.name(), name));
    if (scope.admits("constraint", new QualifiedName(table.name().schema(), name))) {
      table.add(constraint);
    }
  }

  private Constraint constraint(
      ResultSet row, String type, QualifiedName table, PostgresIndexRows.@Nullable Found index)
      throws SQLException {
    ConstraintName name = ConstraintName.given(PostgresCatalogSession.text(row, "name"));
    String comment = row.getString("comment");
    List<String> columns = "puf".contains(type) ? columns(row, "columns") : List.of();
    List<String> include = index == null ? List.of() : index.include();
    return switch (type) {
      case "p" -> new PrimaryKey(name, columns, include, deferral(row), comment);
      case "u" -> {
        boolean notDistinct = index != null && index.nullsNotDistinct();
        yield new UniqueConstraint(name, columns, include, notDistinct, deferral(row), comment);
      }
      case "c" -> {
        String expression =
            PostgresCatalogNames.expression(row.getString("expression"), "check " + name, table);
        yield new CheckConstraint(
            name,
            expression,
            row.getBoolean("no_inherit"),
            row.getBoolean("validated"),
            comment,
            PostgresCatalogNames.written(row.getString("expression")));
      }
      case "x" -> exclusion(row, name, index);
      default -> foreignKey(row, name, columns);
    };
  }

  private static ExcludeConstraint exclusion(
      ResultSet row, ConstraintName name, PostgresIndexRows.@Nullable Found index)
      throws SQLException {
    if (index == null) {
      throw PostgresCatalogNames.changed("index of exclusion", QualifiedName.of(name.text()));
    }
    List<String> operators = PostgresCatalogSession.texts(row, "operators");
    List<ExcludeConstraint.Element> elements = new ArrayList<>();
    for (int i = 0; i < index.elements().size(); i++) {
      elements.add(new ExcludeConstraint.Element(index.elements().get(i), operators.get(i)));
    }
    return new ExcludeConstraint(
        name,
        index.method(),
        elements,
        index.include(),
        index.predicate(),
        deferral(row),
        row.getString("comment"));
  }

  private ForeignKey foreignKey(ResultSet row, ConstraintName name, List<String> columns)
      throws SQLException {
    return new ForeignKey(
        name,
        columns,
        scope.name(
            row.getString("target_schema"), PostgresCatalogSession.text(row, "target_table")),
        targetColumns(row),
        action(PostgresCatalogSession.text(row, "on_delete")),
        columns(row, "delete_columns"),
        action(PostgresCatalogSession.text(row, "on_update")),
        PostgresCatalogSession.text(row, "match").equals("f") ? MatchType.FULL : MatchType.SIMPLE,
        deferral(row),
        row.getBoolean("validated"),
        row.getString("comment"));
  }

  private List<String> columns(ResultSet row, String numbers) throws SQLException {
    return tables.columnNames(
        row.getLong("table_oid"), PostgresCatalogSession.numbers(row, numbers));
  }

  /** Named by the query where the target is no table that is read, such as a partitioned one. */
  private List<String> targetColumns(ResultSet row) throws SQLException {
    List<String> named = PostgresCatalogSession.texts(row, "target_columns");
    return named.isEmpty()
        ? tables.columnNames(
            row.getLong("target_oid"), PostgresCatalogSession.numbers(row, "target_numbers"))
        : named;
  }

  private static Deferral deferral(ResultSet row) throws SQLException {
    if (!row.getBoolean("deferrable")) {
      return Deferral.NOT_DEFERRABLE;
    }
    return row.getBoolean("deferred") ? Deferral.INITIALLY_DEFERRED : Deferral.INITIALLY_IMMEDIATE;
  }

  /** Source: PostgreSQL 18, pg_constraint.confdeltype. */
  private static ReferentialAction action(String letter) {
    return switch (letter) {
      case "r" -> ReferentialAction.RESTRICT;
      case "c" -> ReferentialAction.CASCADE;
      case "n" -> ReferentialAction.SET_NULL;
      case "d" -> ReferentialAction.SET_DEFAULT;
      default -> ReferentialAction.NO_ACTION;
    };
  }
}
