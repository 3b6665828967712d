package org.aludel.migrations.sqlite;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.aludel.compile.IdentifierQuoter;
import org.aludel.ddl.DdlStatement;
import org.aludel.ddl.IndexDdl;
import org.aludel.ddl.ObjectStatements;
import org.aludel.ddl.RawSql;
import org.aludel.ddl.TableDdl;
import org.aludel.dialect.Dialect;
import org.aludel.error.MigrationCode;
import org.aludel.error.Problem;
import org.aludel.error.RevisionException;
import org.aludel.migrations.rows.RowRules;
import org.aludel.schema.Column;
import org.aludel.schema.MetaData;
import org.aludel.schema.QualifiedName;
import org.aludel.schema.SchemaObject;
import org.aludel.schema.Table;
import org.jspecify.annotations.Nullable;

/**
 * A table made anew: under another name, filled from the old one, in its place once that is gone.
 * Source: SQLite, ALTER TABLE, making other kinds of table schema changes.
 *
 * @param triggers of the table that stay
 */
record Rebuild(Table from, Table to, List<SchemaObject> triggers, RowRules rows) {
  private static final String PREFIX = "aludel_new_";
  private static final String LEGACY = "PRAGMA legacy_alter_table = ";

  Rebuild {
    triggers = List.copyOf(triggers);
  }

  /**
   * @throws RevisionException UNSUPPORTED_OBJECT for a table that has what a new one would lack
   */
  static Rebuild of(
      TableChange change, List<SchemaObject> triggers, MetaData before, RowRules rows) {
    QualifiedName table = change.before().name();
    List<String> lost =
        before.uncovered().stream()
            .filter(each -> each.name().equals(table))
            .map(each -> each.kind())
            .toList();
    if (!lost.isEmpty()) {
      throw new RevisionException(
          Problem.of(MigrationCode.UNSUPPORTED_OBJECT, "cannot make table \"" + table + "\" anew")
              .found(String.join(", ", lost) + ", which the model cannot say")
              .expected("a table of which a new one has everything")
              .fix("write this change by hand: mvn orm:revision"));
    }
    return new Rebuild(change.before(), change.after(), triggers, rows);
  }

  /** The way back. */
  Rebuild back() {
    return new Rebuild(to, from, triggers, rows);
  }

  List<DdlStatement> statements(Dialect dialect) {
    IdentifierQuoter quoter = dialect.quoter();
    QualifiedName made = QualifiedName.of(PREFIX + to.name().name());
    String name = quoter.quote(to.name());
    List<DdlStatement> all = new ArrayList<>();
    all.add(new TableDdl.CreateTable(to.withName(made)));
    all.add(new RawSql(copy(quoter, quoter.quote(made), name)));
    all.add(new TableDdl.DropTable(to.name()));
    // As it was before: nothing else is looked at, and nothing that names the table is changed.
    all.add(new RawSql(LEGACY + "ON"));
    all.add(new RawSql("ALTER TABLE " + quoter.quote(made) + " RENAME TO " + name));
    all.add(new RawSql(LEGACY + "OFF"));
    to.indexes().forEach(each -> all.add(new IndexDdl.CreateIndex(to.name(), each, false)));
    triggers.forEach(each -> all.addAll(ObjectStatements.create(each)));
    return all;
  }

  /** Whether a statement belongs to a table made anew. */
  static boolean isRename(String sql) {
    return sql.equals(LEGACY + "ON");
  }

  private String copy(IdentifierQuoter quoter, String made, String name) {
    List<String> columns = new ArrayList<>();
    List<String> values = new ArrayList<>();
    for (Column column : to.columns()) {
      String value = column.computed() == null ? value(column, quoter) : null;
      if (value != null) {
        columns.add(column.name());
        values.add(value);
      }
    }
    if (columns.isEmpty()) {
      Column any =
          to.columns().stream().filter(each -> each.computed() == null).findFirst().orElseThrow();
      columns.add(any.name());
      values.add(Objects.requireNonNullElse(any.serverDefault(), "NULL"));
    }
    return "INSERT INTO "
        + made
        + " ("
        + quoter.quoteAll(columns)
        + ") SELECT "
        + String.join(", ", values)
        + " FROM "
        + name;
  }

  /** What a row gets in a column; null for the default of the column. */
  private @Nullable String value(Column column, IdentifierQuoter quoter) {
    String fill = rows.fill(to.name(), column.name()).orElse(null);
    Column old = from.column(column.name()).orElse(null);
    if (old == null) {
      return fill;
    }
    String using = rows.using(to.name(), column.name(), column.type().name());
    String kept = using == null ? quoter.quote(column.name()) : using;
    boolean filled = fill != null && !column.nullable();
    return filled ? "coalesce(" + kept + ", " + fill + ")" : kept;
  }
}
