package org.aludel.migrations.compare;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.aludel.ddl.CommentTarget;
import org.aludel.migrations.extension.ColumnHooks;
import org.aludel.migrations.operation.ColumnOperation;
import org.aludel.migrations.operation.ConstraintOperation;
import org.aludel.migrations.operation.IndexOperation;
import org.aludel.migrations.operation.Operation;
import org.aludel.migrations.operation.TableOperation;
import org.aludel.migrations.rebuild.RebuiltTables;
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
  private final ColumnHooks hooks;
  private final Inheritance inDatabase;
  private final Inheritance inModel;
  private final List<Operation> found = new ArrayList<>();
  private final RebuiltTables rebuilt;
  private final Map<QualifiedName, Matched.Pair<PlacedTable>> pairs = new HashMap<>();

  private TableComparator(MetaData database, MetaData model, ColumnHooks hooks) {
    this.database = database;
    this.model = model;
    this.hooks = hooks;
    rebuilt =
        RebuiltTables.of(database, model, SequenceComparator.comingWithColumns(database, model));
    this.inDatabase = Inheritance.inDatabase(database, model);
    this.inModel = Inheritance.inModel(database, model);
  }

  static List<Operation> compare(MetaData database, MetaData model, ColumnHooks hooks) {
    return new TableComparator(database, model, hooks).run();
  }

  private List<Operation> run() {
    Matched<PlacedTable> match =
        Matched.byName(inPlace(database), inPlace(model), PlacedTable::name);
    found.addAll(rebuilt.operations());
    match.pairs().forEach(pair -> pairs.put(pair.model().name(), pair));
    match.modelOnly().forEach(this::create);
    match.pairs().forEach(this::align);
    match.pairs().stream()
        .sorted(Comparator.comparing(pair -> depth(pair.model())))
        .forEach(this::compare);
    match.databaseOnly().forEach(this::drop);
    return found;
  }

  /** The tables that are not made anew. */
  private List<PlacedTable> inPlace(MetaData side) {
    return PlacedTable.in(side).stream().filter(each -> !rebuilt.contains(each.name())).toList();
  }

  private void create(PlacedTable placed) {
    Table table = placed.table();
    found.add(new TableOperation.Create(table, owned(model, database, table)));
    table.indexes().forEach(each -> found.add(new IndexOperation.Create(table.name(), each)));
    if (placed.whole() != null) {
      found.add(new TableOperation.Attach(placed.whole(), table.name(), placed.bound()));
    }
  }

  private void drop(PlacedTable placed) {
    Table table = placed.table();
    if (placed.whole() != null) {
      found.add(new TableOperation.Detach(placed.whole(), table.name(), placed.bound()));
    }
    table.indexes().forEach(each -> found.add(new IndexOperation.Drop(table.name(), each)));
    found.add(new TableOperation.Drop(table, owned(database, model, table)));
  }

  /** How many tables this one takes its columns from, one behind the other. */
  private int depth(PlacedTable placed) {
    int depth = 0;
    for (QualifiedName origin : placed.origins()) {
      Matched.Pair<PlacedTable> pair = pairs.get(origin);
      depth = Math.max(depth, pair == null ? 1 : 1 + depth(pair.model()));
    }
    return depth;
  }

  /** The changes of origins that the server carries along to a table. */
  private List<Cascade> cascades(Matched.Pair<PlacedTable> pair) {
    return pair.database().origins().stream()
        .filter(pair.model().origins()::contains)
        .map(pairs::get)
        .filter(Objects::nonNull)
        .map(
            origin ->
                new Cascade(
                    origin.database().table(),
                    origin.model().table(),
                    pair.model().whole() != null))
        .toList();
  }

  private void align(Matched.Pair<PlacedTable> pair) {
    Table table = pair.database().table();
    for (Cascade cascade : cascades(pair)) {
      Table aligned = cascade.aligned(table);
      table
          .columns()
          .forEach(
              each ->
                  aligned.column(each.name()).ifPresent(other -> align(table.name(), each, other)));
    }
  }

  private void align(QualifiedName table, Column column, Column aligned) {
    ColumnAspects.compare(ColumnPair.of(table, column, aligned, false)).forEach(found::add);
    if (aligned.comment() == null) {
      CommentTarget target = CommentTarget.column(table, column.name());
      CommentComparator.compare(target, column.comment(), null).ifPresent(found::add);
    }
  }

  private void compare(Matched.Pair<PlacedTable> pair) {
    place(pair.database(), pair.model());
    Set<QualifiedName> stays = new HashSet<>(pair.database().origins());
    if (pair.database().bound().equals(pair.model().bound())) {
      stays.retainAll(pair.model().origins());
    } else {
      stays.clear();
    }
    Table from = inDatabase.with(pair.database().table(), others(pair.database(), stays));
    Table to = inModel.with(pair.model().table(), others(pair.model(), stays));
    List<Cascade> cascades = cascades(pair);
    for (Cascade cascade : cascades) {
      from = cascade.after(cascade.aligned(from));
    }
    if (pair.model().whole() != null && !cascades.isEmpty()) {
      Twins twins = new Twins(cascades.get(0), from, to);
      found.addAll(twins.operations());
      from = twins.database();
      to = twins.model();
    }
    boolean heir = pair.model().whole() == null;
    compare(heir ? inModel.without(from, stays) : from, heir ? inModel.without(to, stays) : to);
  }

  private static List<QualifiedName> others(PlacedTable table, Set<QualifiedName> stays) {
    return table.origins().stream().filter(each -> !stays.contains(each)).toList();
  }

  private void place(PlacedTable from, PlacedTable to) {
    QualifiedName name = to.name();
    boolean moves = !Objects.equals(from.whole(), to.whole()) || !from.bound().equals(to.bound());
    if (moves && from.whole() != null) {
      found.add(new TableOperation.Detach(from.whole(), name, from.bound()));
    }
    if (moves && to.whole() != null) {
      found.add(new TableOperation.Attach(to.whole(), name, to.bound()));
    }
    from.table().parents().stream()
        .filter(each -> !to.table().parents().contains(each))
        .forEach(each -> found.add(new TableOperation.Disinherit(name, each)));
    to.table().parents().stream()
        .filter(each -> !from.table().parents().contains(each))
        .forEach(each -> found.add(new TableOperation.Inherit(name, each)));
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
    List<Operation> constraints = ConstraintComparator.compare(from, to);
    Table.Options options = renamed(from.options(), constraints);
    if (!options.equals(to.options())) {
      found.add(new TableOperation.AlterOptions(table, options, to.options()));
    }
    found.addAll(constraints);
    found.addAll(IndexComparator.compare(table, from.indexes(), to.indexes()));
  }

  /** The parameters of a key go by its new name, which comes first. */
  private static Table.Options renamed(Table.Options options, List<Operation> constraints) {
    SortedMap<String, Map<String, String>> storage = new TreeMap<>(options.keyStorage());
    for (Operation operation : constraints) {
      if (operation instanceof ConstraintOperation.Rename rename) {
        Map<String, String> parameters = storage.remove(rename.constraint().name().text());
        if (parameters != null) {
          storage.put(rename.to(), parameters);
        }
      }
    }
    return options.withKeyStorage(storage);
  }

  private void compare(Table from, Table to, Matched.Pair<Column> columns) {
    Column model = columns.model();
    boolean keyed = to.primaryKey().filter(key -> key.columns().contains(model.name())).isPresent();
    ColumnPair pair = ColumnPair.of(from.name(), columns.database(), model, keyed).decidedBy(hooks);
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
