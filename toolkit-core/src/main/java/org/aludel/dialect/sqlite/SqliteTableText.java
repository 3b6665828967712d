package org.aludel.dialect.sqlite;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.aludel.schema.CheckConstraint;
import org.aludel.schema.Column;
import org.aludel.schema.Constraint;
import org.aludel.schema.ConstraintName;
import org.aludel.schema.Deferral;
import org.aludel.schema.ForeignKey;
import org.aludel.schema.Identity;
import org.aludel.schema.Index;
import org.aludel.schema.MatchType;
import org.aludel.schema.NamingConvention;
import org.aludel.schema.PrimaryKey;
import org.aludel.schema.QualifiedName;
import org.aludel.schema.ReferentialAction;
import org.aludel.schema.Table;
import org.aludel.schema.UncoveredObject;
import org.aludel.schema.UniqueConstraint;
import org.jspecify.annotations.Nullable;

/**
 * The {@code CREATE TABLE} that SQLite keeps of each table: the only place where it keeps the names
 * of constraints, checks and the expressions of generated columns. Not thread-safe.
 */
final class SqliteTableText {
  private static final NamingConvention NAMES = NamingConvention.standard();

  private final QualifiedName table;
  private final SqliteTokens tokens;
  private final List<Column> columns = new ArrayList<>();
  private final List<Constraint> constraints = new ArrayList<>();

  /** The foreign keys that name no columns of the other table, and so mean its primary key. */
  private final Set<ConstraintName> toPrimaryKeys = new HashSet<>();

  private final Set<String> uncovered = new TreeSet<>();
  private boolean withoutRowNumber;
  private @Nullable String notCounted;

  private SqliteTableText(QualifiedName table, SqliteTokens tokens) {
    this.table = table;
    this.tokens = tokens;
  }

  /**
   * The table that a statement creates.
   *
   * @throws org.aludel.error.DatabaseException CATALOG_BROKEN for a text of another form
   */
  static SqliteTableText read(QualifiedName name, String sql) {
    SqliteTableText text = new SqliteTableText(name, new SqliteTokens(sql));
    text.readAll();
    if (text.tokens.hold("AUTOINCREMENT")) {
      text.uncovered("AUTOINCREMENT");
    }
    return text;
  }

  QualifiedName name() {
    return table;
  }

  /**
   * The table itself.
   *
   * @param others finds the table of a name, whatever the case of its letters
   */
  Table table(Function<QualifiedName, Optional<SqliteTableText>> others, List<Index> indexes) {
    List<Column> own = columns.stream().map(this::withIdentity).toList();
    List<Constraint> found =
        constraints.stream()
            .map(one -> one instanceof ForeignKey key ? resolved(key, others) : one)
            .toList();
    return new Table(table, own, found, indexes, null);
  }

  /** Whether SQLite counts it by itself. Source: SQLite, ROWIDs and the INTEGER PRIMARY KEY. */
  private Column withIdentity(Column column) {
    boolean rowNumber =
        !withoutRowNumber
            && !column.name().equals(notCounted)
            && column.type().name().equals("integer")
            && primaryKey().equals(List.of(column.name()));
    return rowNumber ? column.notNull().withIdentity(Identity.byDefault()) : column;
  }

  private List<String> primaryKey() {
    return constraints.stream()
        .filter(PrimaryKey.class::isInstance)
        .findFirst()
        .map(one -> ((PrimaryKey) one).columns())
        .orElse(List.of());
  }

  private ForeignKey resolved(
      ForeignKey key, Function<QualifiedName, Optional<SqliteTableText>> others) {
    Optional<SqliteTableText> target = others.apply(key.target());
    List<String> implied = target.map(SqliteTableText::primaryKey).orElse(List.of());
    boolean implicit = toPrimaryKeys.contains(key.name()) && !implied.isEmpty();
    return new ForeignKey(
        key.name(),
        key.columns(),
        target.map(SqliteTableText::name).orElse(key.target()),
        implicit ? implied : key.targetColumns(),
        key.onDelete(),
        List.of(),
        key.onUpdate(),
        key.match(),
        key.deferral(),
        true,
        null);
  }

  private void readAll() {
    while (!tokens.sees("(") && !tokens.atEnd()) {
      tokens.take();
    }
    tokens.require("(");
    do {
      if (isConstraint()) {
        tableConstraint();
      } else {
        new SqliteColumnText(this, tokens).read();
      }
    } while (tokens.takes(","));
    tokens.require(")");
    while (!tokens.atEnd()) {
      withoutRowNumber |= tokens.sees("WITHOUT", "ROWID");
      if (!tokens.takes(",")) {
        boolean two = tokens.takes("WITHOUT");
        uncovered((two ? "WITHOUT " : "") + tokens.take().text().toUpperCase(Locale.ROOT));
      }
    }
  }

  private boolean isConstraint() {
    return tokens.sees("CONSTRAINT")
        || tokens.sees("PRIMARY", "KEY")
        || tokens.sees("UNIQUE", "(")
        || tokens.sees("CHECK", "(")
        || tokens.sees("FOREIGN", "KEY");
  }

  private void tableConstraint() {
    String name = tokens.takes("CONSTRAINT") ? tokens.name() : null;
    if (tokens.takes("PRIMARY", "KEY")) {
      primaryKey(name, tokens.names());
    } else if (tokens.takes("UNIQUE")) {
      unique(name, tokens.names());
    } else if (tokens.takes("CHECK")) {
      check(name, tokens.parenthesised(), null);
    } else if (tokens.takes("FOREIGN", "KEY")) {
      List<String> own = tokens.names();
      tokens.require("REFERENCES");
      foreignKey(name, own);
    } else {
      throw tokens.unreadable("a constraint");
    }
    passConflict();
  }

  /** {@code ON CONFLICT …}, which says what a violation does. */
  void passConflict() {
    if (tokens.takes("ON", "CONFLICT")) {
      uncovered("ON CONFLICT " + tokens.take().text().toUpperCase(Locale.ROOT));
    }
  }

  /** What a table has and the model has no word for. */
  private void uncovered(String clause) {
    uncovered.add(clause);
  }

  /** Clauses that a table made anew of the model would lack. */
  List<UncoveredObject> uncovered() {
    return uncovered.stream().map(each -> new UncoveredObject(each, table)).toList();
  }

  void column(Column column) {
    columns.add(column);
  }

  void primaryKey(@Nullable String name, List<String> keys) {
    constraints.add(PrimaryKey.of(named(name, NAMES.primaryKey(table, keys)), keys));
  }

  /** A key of whole numbers that SQLite does not count: {@code INTEGER PRIMARY KEY DESC}. */
  void notCounted(String column) {
    notCounted = column;
  }

  void unique(@Nullable String name, List<String> keys) {
    constraints.add(UniqueConstraint.of(named(name, NAMES.unique(table, keys)), keys));
  }

  void check(@Nullable String name, String expression, @Nullable String column) {
    String label = Objects.requireNonNullElse(column, NamingConvention.hash(expression));
    constraints.add(CheckConstraint.of(named(name, NAMES.check(table, label)), expression));
  }

  /** Reads what follows REFERENCES. */
  void foreignKey(@Nullable String name, List<String> own) {
    QualifiedName target = new QualifiedName(table.schema(), tokens.name());
    List<String> targetColumns = tokens.sees("(") ? tokens.names() : List.of();
    ReferentialAction onDelete = ReferentialAction.NO_ACTION;
    ReferentialAction onUpdate = ReferentialAction.NO_ACTION;
    while (true) {
      if (tokens.takes("ON", "DELETE")) {
        onDelete = action();
      } else if (tokens.takes("ON", "UPDATE")) {
        onUpdate = action();
      } else if (tokens.takes("MATCH")) {
        tokens.take();
      } else {
        break;
      }
    }
    ConstraintName given = named(name, NAMES.foreignKey(table, own, target));
    constraints.add(
        new ForeignKey(
            given,
            own,
            target,
            targetColumns.isEmpty() ? own : targetColumns,
            onDelete,
            List.of(),
            onUpdate,
            MatchType.SIMPLE,
            deferral(),
            true,
            null));
    if (targetColumns.isEmpty()) {
      toPrimaryKeys.add(given);
    }
  }

  private ReferentialAction action() {
    if (tokens.takes("NO")) {
      tokens.require("ACTION");
      return ReferentialAction.NO_ACTION;
    }
    if (tokens.takes("SET")) {
      return tokens.takes("NULL") ? ReferentialAction.SET_NULL : setDefault();
    }
    return tokens.takes("CASCADE") ? ReferentialAction.CASCADE : restrict();
  }

  private ReferentialAction setDefault() {
    tokens.require("DEFAULT");
    return ReferentialAction.SET_DEFAULT;
  }

  private ReferentialAction restrict() {
    tokens.require("RESTRICT");
    return ReferentialAction.RESTRICT;
  }

  private Deferral deferral() {
    boolean not = tokens.takes("NOT", "DEFERRABLE");
    boolean deferrable = !not && tokens.takes("DEFERRABLE");
    boolean deferred = false;
    if (tokens.takes("INITIALLY")) {
      deferred = tokens.take().is("DEFERRED");
    }
    if (!deferrable) {
      return Deferral.NOT_DEFERRABLE;
    }
    return deferred ? Deferral.INITIALLY_DEFERRED : Deferral.INITIALLY_IMMEDIATE;
  }

  private static ConstraintName named(@Nullable String name, ConstraintName conventional) {
    return name == null ? conventional : ConstraintName.given(name);
  }
}
