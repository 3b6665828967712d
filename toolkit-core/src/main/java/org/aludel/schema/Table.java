package org.aludel.schema;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.aludel.error.Problem;
import org.aludel.error.SchemaCode;
import org.aludel.error.SchemaException;
import org.aludel.sql.ClientDefault;
import org.aludel.sql.ColumnReference;
import org.aludel.sql.JoinKey;
import org.aludel.sql.NamedTable;
import org.aludel.sql.Row;
import org.aludel.sql.TableName;
import org.aludel.sql.TableSource;
import org.aludel.type.SqlType;
import org.aludel.util.Suggestion;
import org.jspecify.annotations.Nullable;

/**
 * A table with all that belongs to it. Lists keep the order of declaration.
 *
 * @param constraints of every kind; at most one primary key
 * @param indexes those that no constraint owns
 * @param options how the server keeps it
 * @param parents the tables that it inherits from, in order; a partition's parent is not among them
 * @param partitioning how it is divided, with its partitions, or null
 */
public record Table(
    QualifiedName name,
    List<Column> columns,
    List<Constraint> constraints,
    List<Index> indexes,
    @Nullable String comment,
    Options options,
    List<QualifiedName> parents,
    @Nullable Partitioning partitioning)
    implements TableSource<Row> {
  public Table {
    columns = List.copyOf(columns);
    constraints = List.copyOf(constraints);
    indexes = List.copyOf(indexes);
    parents = List.copyOf(parents);
  }

  /** A plain table: kept as the server does it, without parents, not divided. */
  public Table(
      QualifiedName name,
      List<Column> columns,
      List<Constraint> constraints,
      List<Index> indexes,
      @Nullable String comment) {
    this(name, columns, constraints, indexes, comment, Options.DEFAULT, List.of(), null);
  }

  /**
   * How the server keeps a table, and who may see its rows.
   *
   * @param storage storage parameters in the order in which they were set, those of the TOAST table
   *     as {@code toast.x}
   * @param accessMethod or null for the server's default
   * @param replicaIdentity {@code FULL}, {@code NOTHING}, {@code USING INDEX} with the quoted name,
   *     or null for the default
   * @param clusterIndex the index that CLUSTER remembers, or null
   * @param keyStorage storage parameters of the indexes behind constraints, by the constraint's
   *     name; those without any are not listed
   */
  public record Options(
      boolean unlogged,
      Map<String, String> storage,
      @Nullable String accessMethod,
      RowSecurity rowSecurity,
      @Nullable String replicaIdentity,
      @Nullable String clusterIndex,
      SortedMap<String, Map<String, String>> keyStorage) {
    /** All as the server does it. */
    public static final Options DEFAULT =
        new Options(false, Map.of(), null, new RowSecurity(false, false), null, null);

    public Options {
      storage = Collections.unmodifiableMap(new LinkedHashMap<>(storage));
      SortedMap<String, Map<String, String>> copy = new TreeMap<>();
      keyStorage.forEach(
          (name, parameters) ->
              copy.put(name, Collections.unmodifiableMap(new LinkedHashMap<>(parameters))));
      keyStorage = Collections.unmodifiableSortedMap(copy);
    }

    /** Constraints whose indexes are kept as the server does it. */
    public Options(
        boolean unlogged,
        Map<String, String> storage,
        @Nullable String accessMethod,
        RowSecurity rowSecurity,
        @Nullable String replicaIdentity,
        @Nullable String clusterIndex) {
      this(
          unlogged,
          storage,
          accessMethod,
          rowSecurity,
          replicaIdentity,
          clusterIndex,
          Collections.emptySortedMap());
    }

    /** The same with other parameters of the indexes behind constraints. */
    public Options withKeyStorage(SortedMap<String, Map<String, String>> value) {
      return new Options(
          unlogged, storage, accessMethod, rowSecurity, replicaIdentity, clusterIndex, value);
    }
  }

  /** Whether policies count, and whether for the owner too. */
  public record RowSecurity(boolean enabled, boolean forced) {}

  /** This table, then its partitions with theirs, parents before children. */
  public List<Table> tree() {
    List<Table> all = new ArrayList<>();
    Deque<Table> open = new ArrayDeque<>(List.of(this));
    while (!open.isEmpty()) {
      Table table = open.pop();
      all.add(table);
      if (table.partitioning != null) {
        table.partitioning.partitions().forEach(one -> open.add(one.table()));
      }
    }
    return List.copyOf(all);
  }

  public ObjectReference reference() {
    return ObjectReference.table(name);
  }

  /** The column of that exact name. */
  public Optional<Column> column(String columnName) {
    return columns.stream().filter(column -> column.name().equals(columnName)).findFirst();
  }

  /** The same table under another name, for one statement. */
  public NamedTable as(String alias) {
    return NamedTable.aliased(this, alias);
  }

  /**
   * A column for statements, whose Java class the caller states.
   *
   * @throws SchemaException with {@code UNKNOWN_COLUMN}
   */
  @Override
  public <T> ColumnReference<T> c(String columnName, SqlType<T> type) {
    requireColumn(columnName);
    return TableSource.super.c(columnName, type);
  }

  /** A column for statements, as the table declares it; errors as above. */
  public ColumnReference<?> c(String columnName) {
    return TableSource.super.c(columnName, requireColumn(columnName).type());
  }

  private Column requireColumn(String columnName) {
    return column(columnName).orElseThrow(() -> unknownColumn(columnName));
  }

  private SchemaException unknownColumn(String columnName) {
    List<String> known = columns.stream().map(Column::name).toList();
    return new SchemaException(
        Problem.of(
                SchemaCode.UNKNOWN_COLUMN,
                "cannot use column \"" + columnName + "\" of table \"" + name + "\"")
            .found("columns " + String.join(", ", known))
            .expected("one of them" + Suggestion.phrase(columnName, known)));
  }

  @Override
  public TableName tableName() {
    return new TableName(name.schema(), name.name());
  }

  @Override
  public Class<Row> rowType() {
    return Row.class;
  }

  @Override
  public List<ColumnReference<?>> columnReferences() {
    return columns.stream().<ColumnReference<?>>map(one -> reference(one)).toList();
  }

  private ColumnReference<?> reference(Column column) {
    return TableSource.super.c(column.name(), column.type());
  }

  @Override
  public Map<ColumnReference<?>, ClientDefault> clientDefaults() {
    Map<ColumnReference<?>, ClientDefault> given = new LinkedHashMap<>();
    for (Column column : columns) {
      if (column.clientDefault().insertable() || column.clientDefault().updatable()) {
        given.put(reference(column), column.clientDefault());
      }
    }
    return given;
  }

  @Override
  public List<JoinKey> joinKeys() {
    return foreignKeys().stream().map(Table::joinKey).toList();
  }

  private static JoinKey joinKey(ForeignKey key) {
    TableName target = new TableName(key.target().schema(), key.target().name());
    return new JoinKey(key.name().toString(), key.columns(), target, key.targetColumns());
  }

  public Optional<PrimaryKey> primaryKey() {
    return constraints(PrimaryKey.class).findFirst();
  }

  public List<ForeignKey> foreignKeys() {
    return constraints(ForeignKey.class).toList();
  }

  public List<UniqueConstraint> uniqueConstraints() {
    return constraints(UniqueConstraint.class).toList();
  }

  public List<CheckConstraint> checkConstraints() {
    return constraints(CheckConstraint.class).toList();
  }

  /** The constraints of one kind, in declaration order. */
  public <C extends Constraint> Stream<C> constraints(Class<C> kind) {
    return constraints.stream().filter(kind::isInstance).map(kind::cast);
  }

  public Table withName(QualifiedName value) {
    return new Table(value, columns, constraints, indexes, comment, options, parents, partitioning);
  }

  public Table withColumns(List<Column> value) {
    return new Table(name, value, constraints, indexes, comment, options, parents, partitioning);
  }

  public Table withConstraints(List<Constraint> value) {
    return new Table(name, columns, value, indexes, comment, options, parents, partitioning);
  }

  public Table withIndexes(List<Index> value) {
    return new Table(name, columns, constraints, value, comment, options, parents, partitioning);
  }

  public Table withComment(@Nullable String value) {
    return new Table(name, columns, constraints, indexes, value, options, parents, partitioning);
  }

  public Table withOptions(Options value) {
    return new Table(name, columns, constraints, indexes, comment, value, parents, partitioning);
  }

  public Table withParents(List<QualifiedName> value) {
    return new Table(name, columns, constraints, indexes, comment, options, value, partitioning);
  }

  public Table withPartitioning(@Nullable Partitioning value) {
    return new Table(name, columns, constraints, indexes, comment, options, parents, value);
  }
}
