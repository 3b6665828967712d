package org.aludel.migrations.plan;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.aludel.compile.IdentifierQuoter;
import org.aludel.ddl.DdlStatement;
import org.aludel.ddl.RawSql;
import org.aludel.migrations.operation.ColumnType;
import org.aludel.migrations.operation.ExpressionNames;
import org.aludel.migrations.rebuild.PartitionFit;
import org.aludel.migrations.rebuild.RowRoute;
import org.aludel.migrations.rows.RowRules;
import org.aludel.migrations.rows.RowStatements;
import org.aludel.schema.Column;
import org.aludel.schema.QualifiedName;
import org.aludel.schema.Table;
import org.jspecify.annotations.Nullable;

/** The statements that bring the rows of one table into another. */
record MovedRows(RowRoute route, IdentifierQuoter quoter, RowRules rules) {

  /** Looks at the rows while nothing has been done. */
  List<DdlStatement> looks() {
    List<DdlStatement> looks = new ArrayList<>();
    RowStatements statements = new RowStatements(quoter);
    QualifiedName source = route.source().name();
    if (rules.looks()) {
      for (Column column : route.target().columns()) {
        Column old = route.source().column(column.name()).orElse(null);
        if (column.nullable() || column.computed() != null || fill(column) != null) {
          continue;
        }
        if (old != null && old.nullable()) {
          looks.add(statements.refuseNulls(source, column.name()));
        } else if (old == null && column.identity() == null) {
          looks.add(statements.refuseRows(source, column.name()));
        }
      }
    }
    PartitionFit.condition(route.target())
        .filter(each -> isKnown(ExpressionNames.of(each).identifiers()))
        .ifPresent(
            fits ->
                looks.add(
                    statements.refuseStrays(
                        route.target().name(),
                        from(source) + " WHERE NOT coalesce(" + fits + ", false)")));
    return looks;
  }

  /** Whether the old columns say where a row goes: those that the new key reads, unchanged. */
  private boolean isKnown(Set<String> words) {
    return route.target().columns().stream()
        .filter(each -> words.contains(each.name()))
        .allMatch(
            each ->
                route
                    .source()
                    .column(each.name())
                    .filter(old -> old.type().name().equals(each.type().name()))
                    .isPresent());
  }

  /**
   * @param aside the name of the old table by now
   */
  DdlStatement insert(QualifiedName aside) {
    Map<String, String> values = new LinkedHashMap<>();
    boolean counted = false;
    for (Column column : route.target().columns()) {
      String value = value(column);
      if (value != null) {
        values.put(quoter.quote(column.name()), value);
        counted |= column.identity() != null;
      }
    }
    return new RawSql(
        "INSERT INTO "
            + quoter.quote(route.target().name())
            + (values.isEmpty() ? "" : " (" + String.join(", ", values.keySet()) + ")")
            + (counted ? " OVERRIDING SYSTEM VALUE" : "")
            + " SELECT "
            + String.join(", ", values.values())
            + " FROM "
            + from(aside));
  }

  /** The value of a new column, or null where the server gives one. */
  private @Nullable String value(Column column) {
    Column old = route.source().column(column.name()).orElse(null);
    if (column.computed() != null) {
      return null;
    }
    if (old == null) {
      return rules.fill(route.target().name(), column.name()).orElse(null);
    }
    String name = quoter.quote(column.name());
    String fill = old.nullable() && !column.nullable() ? fill(column) : null;
    String value = converted(name, old, column);
    return fill == null ? value : "coalesce(" + value + ", " + fill + ")";
  }

  private String converted(String name, Column old, Column column) {
    if (old.type().name().equals(column.type().name())) {
      return name;
    }
    String wished = rules.using(route.target().name(), column.name(), column.type().name());
    String usual = new TypeConversion(ColumnType.of(old), ColumnType.of(column)).using(name);
    return wished != null ? wished : usual == null ? name : usual;
  }

  private @Nullable String fill(Column column) {
    return rules
        .fill(route.target().name(), column.name())
        .orElse(rules.looks() ? column.serverDefault() : null);
  }

  /** Never the rows of heirs; partitions have no rows but as parts. */
  private String from(QualifiedName name) {
    return (route.source().partitioning() == null ? "ONLY " : "") + quoter.quote(name);
  }

  /** All that were there have arrived. */
  static DdlStatement check(
      List<MovedRows> moves, UnaryOperator<QualifiedName> aside, IdentifierQuoter quoter) {
    String moved =
        moves.stream()
            .map(each -> count(each.from(aside.apply(each.route.source().name()))))
            .collect(Collectors.joining(" + "));
    String arrived =
        moves.stream()
            .map(each -> each.route.target())
            .distinct()
            .map(each -> count(arrived(each, quoter)))
            .collect(Collectors.joining(" + "));
    return new RowStatements(quoter).refuseLoss(moves.get(0).route.target().name(), moved, arrived);
  }

  private static String arrived(Table target, IdentifierQuoter quoter) {
    return (target.partitioning() == null ? "ONLY " : "") + quoter.quote(target.name());
  }

  private static String count(String rows) {
    return "(SELECT count(*) FROM " + rows + ")";
  }
}
