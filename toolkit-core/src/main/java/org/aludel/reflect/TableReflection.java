package org.aludel.reflect;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.aludel.error.Problem;
import org.aludel.error.SchemaCode;
import org.aludel.error.SchemaException;
import org.aludel.schema.Column;
import org.aludel.schema.QualifiedName;
import org.aludel.schema.Table;
import org.aludel.util.Suggestion;

/**
 * A table that statements are to use, as the database has it but for what the program knows better.
 *
 * <pre>{@code
 * Table user = connection.inspector().table(
 *     ReflectOptions.of("public"),
 *     TableReflection.of("user_account")
 *         .only("id", "email", "state")
 *         .override(Column.of("state", SqlTypes.TEXT).withDefault("new")));
 * }</pre>
 *
 * As SQLAlchemy's {@code Table(…, autoload_with=…)} with {@code include_columns} and columns of
 * one's own. Immutable.
 */
public final class TableReflection {
  private final QualifiedName table;
  private final Set<String> included;
  private final Map<String, Column> overrides;
  private final boolean references;

  private TableReflection(
      QualifiedName table,
      Set<String> included,
      Map<String, Column> overrides,
      boolean references) {
    this.table = table;
    this.included = included;
    this.overrides = overrides;
    this.references = references;
  }

  /** All of a table; without a schema, of the default one of the options. */
  public static TableReflection of(QualifiedName table) {
    return new TableReflection(table, Set.of(), Map.of(), true);
  }

  /** As {@link #of(QualifiedName)}, of the default schema. */
  public static TableReflection of(String table) {
    return of(QualifiedName.of(table));
  }

  /**
   * The same with these columns alone, in the order of the table. Constraints and indexes that need
   * another column are left out too, and those whose SQL text may.
   */
  public TableReflection only(String... columns) {
    Set<String> all = new LinkedHashSet<>(included);
    all.addAll(List.of(columns));
    return new TableReflection(table, all, overrides, references);
  }

  /** The same with a column in the place of the one of its name. */
  public TableReflection override(Column column) {
    Map<String, Column> all = new LinkedHashMap<>(overrides);
    all.put(column.name(), column);
    return new TableReflection(table, included, all, references);
  }

  /** The same without the tables that its foreign keys lead to; the keys stay. */
  public TableReflection withoutReferences() {
    return new TableReflection(table, included, overrides, false);
  }

  boolean followsForeignKeys() {
    return references;
  }

  QualifiedName table() {
    return table;
  }

  /**
   * What becomes of the table as it was read.
   *
   * @throws SchemaException UNKNOWN_COLUMN for a column that it does not have
   */
  Table applied(Table found) {
    requireKnown(found);
    List<Column> columns = new ArrayList<>();
    for (Column column : found.columns()) {
      if (included.isEmpty() || included.contains(column.name())) {
        columns.add(overrides.getOrDefault(column.name(), column));
      }
    }
    Table overridden = found.withColumns(columns);
    return included.isEmpty() ? overridden : new KeptColumns(included).trimmed(overridden);
  }

  private void requireKnown(Table found) {
    List<String> known = found.columns().stream().map(Column::name).toList();
    Set<String> asked = new LinkedHashSet<>(included);
    asked.addAll(overrides.keySet());
    for (String name : asked) {
      if (!known.contains(name)) {
        throw new SchemaException(
            Problem.of(
                    SchemaCode.UNKNOWN_COLUMN,
                    "cannot reflect column \"" + name + "\" of table \"" + found.name() + "\"")
                .found("columns " + String.join(", ", known))
                .expected("one of them" + Suggestion.phrase(name, known))
                .fix("correct the name; columns that are not there are added by withColumns(…)"));
      }
    }
  }
}
