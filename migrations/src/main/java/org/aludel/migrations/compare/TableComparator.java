package org.aludel.migrations.compare;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.aludel.ddl.CommentTarget;
import org.aludel.migrations.operation.ColumnOperation;
import org.aludel.migrations.operation.IndexOperation;
import org.aludel.migrations.operation.Operation;
import org.aludel.migrations.operation.TableOperation;
import org.aludel.schema.Column;
import org.aludel.schema.MetaData;
import org.aludel.schema.QualifiedName;
import org.aludel.schema.Sequence;
import org.aludel.schema.Table;
import org.jspecify.annotations.Nullable;

/** Finds tables and columns that came or went, and hands each pair to the other comparators. */
final class TableComparator {
  private final MetaData database;
  private final MetaData model;
  private final List<Operation> found = new ArrayList<>();

  private TableComparator(MetaData database, MetaData model) {
    this.database = database;
    this.model = model;
  }

  static List<Operation> compare(MetaData database, MetaData model) {
    return new TableComparator(database, model).run();
  }

  private List<Operation> run() {
    Matched<Table> match = Matched.byName(database.tables(), model.tables(), Table::name);
    match.modelOnly().forEach(this::create);
    match.pairs().forEach(pair -> compare(pair.database(), pair.model()));
    match.databaseOnly().forEach(this::drop);
    return found;
  }

  private void create(Table table) {
    found.add(new TableOperation.Create(table, owned(model, database, table)));
    table.indexes().forEach(each -> found.add(new IndexOperation.Create(table.name(), each)));
  }

  private void drop(Table table) {
    table.indexes().forEach(each -> found.add(new IndexOperation.Drop(table.name(), each)));
    found.add(new TableOperation.Drop(table, owned(database, model, table)));
  }

  private static List<Sequence> owned(MetaData side, MetaData other, Table table) {
    return table.columns().stream()
        .flatMap(
            column ->
                SequenceComparator.ownedBy(
                    side, other, new Sequence.Owner(table.name(), column.name()))
                    .stream())
        .toList();
  }

  private void compare(Table from, Table to) {
    QualifiedName table = to.name();
    CommentComparator.compare(CommentTarget.table(table), from.comment(), to.comment())
        .ifPresent(found::add);
    for (Column column : to.columns()) {
      Column counterpart = from.column(column.name()).orElse(null);
      if (counterpart == null) {
        found.add(new ColumnOperation.Add(table, column, owned(model, database, table, column)));
      } else {
        compare(from, to, new Matched.Pair<>(counterpart, column));
      }
    }
    from.columns().stream()
        .filter(column -> to.column(column.name()).isEmpty())
        .sorted(Comparator.comparing(Column::name))
        .map(each -> new ColumnOperation.Drop(table, each, owned(database, model, table, each)))
        .forEach(found::add);
    found.addAll(ConstraintComparator.compare(from, to));
    found.addAll(IndexComparator.compare(table, from.indexes(), to.indexes()));
  }

  private void compare(Table from, Table to, Matched.Pair<Column> columns) {
    Column model = columns.model();
    boolean keyed = to.primaryKey().filter(key -> key.columns().contains(model.name())).isPresent();
    ColumnPair pair = new ColumnPair(from.name(), columns.database(), model, keyed);
    List<Operation> aspects = ColumnAspects.compare(pair).toList();
    found.addAll(aspects);
    boolean createdAnew =
        aspects.stream()
            .anyMatch(
                each ->
                    each instanceof ColumnOperation.ChangeComputed change
                        && change.recreates()
                        && change.to().equals(model));
    if (!createdAnew) {
      CommentComparator.compare(
              CommentTarget.column(to.name(), model.name()),
              columns.database().comment(),
              model.comment())
          .ifPresent(found::add);
    }
  }

  private static @Nullable Sequence owned(
      MetaData side, MetaData other, QualifiedName table, Column column) {
    List<Sequence> owned =
        SequenceComparator.ownedBy(side, other, new Sequence.Owner(table, column.name()));
    return owned.isEmpty() ? null : owned.get(0);
  }
}
