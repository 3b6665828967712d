package org.aludel.orm.query;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.aludel.orm.hierarchy.EntityView;
import org.aludel.orm.hierarchy.RowTables;
import org.aludel.orm.mapping.BasicProperty;
import org.aludel.orm.mapping.Mapper;
import org.aludel.schema.Column;
import org.aludel.sql.Assignment;
import org.aludel.sql.Bind;
import org.aludel.sql.ColumnReference;
import org.aludel.sql.Cte;
import org.aludel.sql.Delete;
import org.aludel.sql.DerivedTable;
import org.aludel.sql.Expression;
import org.aludel.sql.ExpressionWalker;
import org.aludel.sql.FromItem;
import org.aludel.sql.Join;
import org.aludel.sql.NamedTable;
import org.aludel.sql.Predicate;
import org.aludel.sql.Projection;
import org.aludel.sql.Query;
import org.aludel.sql.Reach;
import org.aludel.sql.RowLock;
import org.aludel.sql.Select;
import org.aludel.sql.Selectable;
import org.aludel.sql.Sql;
import org.aludel.sql.Statement;
import org.aludel.sql.Update;
import org.aludel.sql.With;
import org.aludel.type.SqlType;
import org.jspecify.annotations.Nullable;

/**
 * A change of several joined tables as one statement: the rows are found and locked once, then each
 * table is changed in a part of WITH, the topmost one last. All parts see one state of the tables,
 * and foreign keys are checked at the end of the whole.
 */
final class JoinedChange<R> {
  private final WideChange<R> change;
  private final EntityView view;
  private final RowTables tables;
  private final ViewSwap swap;
  private final List<WideChange.Setting> settings = new ArrayList<>();

  /** Whether the tables are changed by statements of their own. */
  private boolean apart;

  /** What is found of each row, by name. */
  private final Map<String, Selectable<?>> items = new LinkedHashMap<>();

  JoinedChange(WideChange<R> change) {
    this.change = change;
    this.view = change.model().view();
    this.tables = view.rowTables().get(0);
    this.swap = new ViewSwap(change, tables);
  }

  With<?> statement() {
    Cte<?> found = found().cte("_found");
    List<Cte<?>> queries = new ArrayList<>(List.of(found));
    List<Mapper<?>> written = written();
    Projection<R> projection = change.projection();
    if (projection == null) {
      Mapper<?> last = written.remove(written.size() - 1);
      written.forEach(each -> queries.add(part(each, found, null).cte("_p" + queries.size())));
      return new With<>(queries, part(last, found, keys(last)));
    }
    Map<Mapper<?>, Cte<?>> parts = new LinkedHashMap<>();
    for (Mapper<?> each : written) {
      Cte<?> part = part(each, found, returned(each)).cte("_p" + queries.size());
      parts.put(each, part);
      queries.add(part);
    }
    DerivedTable<Object> rows =
        new DerivedTable<>(
            rows(found, parts), String.valueOf(change.view().key().alias()), List.of(), false);
    return new With<>(queries, Sql.select(Sql.literal(1)).withProjection(projection).from(rows));
  }

  /** The same change as statements of their own. */
  ChangeSteps.Joined steps() {
    apart = true;
    Select<Object> found = found();
    List<SqlType<?>> types = new ArrayList<>();
    Map<Mapper<?>, List<ChangeSteps.Setting>> byOwner = new LinkedHashMap<>();
    written().forEach(owner -> byOwner.put(owner, new ArrayList<>()));
    for (WideChange.Setting one : settings) {
      Bind<?> bind = one.value() instanceof Bind<?> known ? known : null;
      int position = bind == null ? types.size() : -1;
      Object constant = bind == null ? null : bind.value();
      Objects.requireNonNull(byOwner.get(change.owner(one.column())), "it is written")
          .add(new ChangeSteps.Setting(one.column(), position, constant));
      if (bind == null) {
        types.add(one.column().type());
      }
    }
    List<ChangeSteps.Part> parts = new ArrayList<>();
    byOwner.forEach((owner, set) -> parts.add(new ChangeSteps.Part(owner, set)));
    return new ChangeSteps.Joined(found, types, parts);
  }

  /** The rows that are meant, with their ids, what is set, and what is returned of them. */
  private Select<Object> found() {
    Reach reach = swap.reach();
    change.model().ids().forEach(id -> items.put(name(id), id(id)));
    if (change.projection() != null) {
      change.returned().forEach(one -> add(one.name(), swap.expression(one)));
    }
    List<WideChange.Setting> given = change.settings();
    if (given != null) {
      given.forEach(this::addValue);
    }
    NamedTable root = tables.table(change.model().mapper().root());
    List<FromItem> sources = new ArrayList<>(List.of(root));
    sources.addAll(reach.from().items());
    List<Join> joins = new ArrayList<>(tables.joins(swap.read()));
    joins.addAll(reach.from().joins());
    Select<Object> select =
        selecting(List.copyOf(items.values()))
            .withFrom(new Select.From(sources, joins))
            .where(reach.where().toArray(Predicate[]::new));
    return locked(select);
  }

  /**
   * Rows that others changed meanwhile must be asked again whether they are meant. Tables that no
   * condition reads are locked by their change.
   */
  private Select<Object> locked(Select<Object> select) {
    List<FromItem> read = new ArrayList<>();
    for (Mapper<?> each : change.model().mapper().lineage()) {
      if (swap.read().contains(each)) {
        read.add(tables.table(each));
      }
    }
    if (read.isEmpty() || apart) {
      return select;
    }
    RowLock lock = change.settings() == null ? RowLock.forUpdate() : RowLock.forNoKeyUpdate();
    return select.lock(lock.of(read.toArray(FromItem[]::new)));
  }

  private String name(BasicProperty id) {
    return view.name(id.column());
  }

  /** The id is found without a look at what others may change of the row. */
  private Selectable<?> id(BasicProperty id) {
    ColumnReference<?> column = view.column(change.view(), id.column());
    return labelled(column.name(), tables.of(column));
  }

  private void add(String name, Expression<?> value) {
    items.putIfAbsent(name, labelled(name, value));
  }

  private static Selectable<?> labelled(String name, Expression<?> value) {
    return value instanceof ColumnReference<?> column && column.name().equals(name)
        ? column
        : value.as(name);
  }

  /** What reads no row is set as it is, since a bind that is selected first loses its type. */
  private void addValue(WideChange.Setting setting) {
    Constant constant = new Constant();
    setting.value().accept(constant);
    boolean selected = apart ? !(setting.value() instanceof Bind<?>) : constant.reads;
    if (selected) {
      String name = "_v" + (settings.size() + 1);
      items.put(name, swap.expression(setting.value()).as(name));
      settings.add(
          new WideChange.Setting(
              setting.column(), new ColumnReference<>(null, name, setting.value().type())));
    } else {
      settings.add(setting);
    }
  }

  private static Select<Object> selecting(List<Selectable<?>> items) {
    return Sql.select(Sql.literal(1))
        .withProjection(new Projection<Object>(items, values -> values));
  }

  /** The classes whose tables are changed, the deepest first. */
  private List<Mapper<?>> written() {
    Set<Mapper<?>> all = new LinkedHashSet<>(change.model().mapper().lineage());
    if (change.settings() == null) {
      all.addAll(change.model().mapper().selfAndBelow());
    } else {
      Set<Mapper<?>> set = new LinkedHashSet<>();
      settings.forEach(one -> set.add(change.owner(one.column())));
      all.retainAll(set);
    }
    List<Mapper<?>> deepestFirst = new ArrayList<>(all);
    Collections.reverse(deepestFirst);
    return deepestFirst;
  }

  private Statement<Object> part(
      Mapper<?> owner, Cte<?> found, @Nullable Projection<Object> projection) {
    NamedTable table = Relationships.table(owner, null);
    Predicate same = same(table, owner.keyColumns(), found);
    if (change.settings() == null) {
      Delete<Void> delete = Sql.delete(table).using(found).where(same);
      return new Delete<>(delete.table(), delete.reach(), projection);
    }
    List<Assignment> assignments = new ArrayList<>();
    for (WideChange.Setting one : settings) {
      if (change.owner(one.column()).equals(owner)) {
        assignments.add(
            new Assignment(WideChange.column(table, one.column()), value(one.value(), found)));
      }
    }
    Update<Void> update = Sql.update(table).from(found).where(same);
    return new Update<>(update.table(), assignments, update.reach(), projection);
  }

  private static Expression<?> value(Expression<?> value, Cte<?> found) {
    return value instanceof ColumnReference<?> column ? column.withSource(found) : value;
  }

  private Predicate same(FromItem source, List<Column> key, Cte<?> found) {
    List<Predicate> parts = new ArrayList<>();
    for (int index = 0; index < key.size(); index++) {
      BasicProperty id = change.model().ids().get(index);
      parts.add(
          new Predicate.Comparison(
              source.c(key.get(index).name(), key.get(index).type()),
              Predicate.Operator.EQUAL,
              found.c(name(id), id.column().type())));
    }
    return Sql.and(parts.toArray(Predicate[]::new));
  }

  private static Projection<Object> keys(Mapper<?> owner) {
    NamedTable table = Relationships.table(owner, null);
    List<Selectable<?>> key = new ArrayList<>();
    owner.keyColumns().forEach(one -> key.add(table.c(one.name(), one.type())));
    return new Projection<>(key, values -> values);
  }

  /** The key of a row in one table, and what an UPDATE makes of its columns. */
  private Projection<Object> returned(Mapper<?> owner) {
    NamedTable table = Relationships.table(owner, null);
    List<Selectable<?>> all = new ArrayList<>();
    for (Column key : owner.keyColumns()) {
      all.add(table.c(key.name(), key.type()).as("_k" + all.size()));
    }
    if (change.settings() != null) {
      for (ColumnReference<?> one : change.returned()) {
        if (isOf(owner, one) && tables.of(one) instanceof ColumnReference<?> column) {
          all.add(labelled(one.name(), column.withSource(table)));
        }
      }
    }
    return new Projection<>(all, values -> values);
  }

  private boolean isOf(Mapper<?> owner, ColumnReference<?> column) {
    return tables.owners(column.name()).equals(List.of(owner));
  }

  /** The changed rows by the columns of the view. */
  private Select<Object> rows(Cte<?> found, Map<Mapper<?>, Cte<?>> parts) {
    List<Selectable<?>> columns = new ArrayList<>();
    for (ColumnReference<?> one : change.returned()) {
      Cte<?> source = found;
      for (Map.Entry<Mapper<?>, Cte<?>> part : parts.entrySet()) {
        if (change.settings() != null && isOf(part.getKey(), one)) {
          source = part.getValue();
        }
      }
      columns.add(source.c(one.name(), one.type()));
    }
    Select<Object> select = selecting(columns).from(found);
    for (Map.Entry<Mapper<?>, Cte<?>> part : parts.entrySet()) {
      if (change.settings() != null || part.getKey().superMapper() == null) {
        List<Column> key = new ArrayList<>();
        for (Column one : part.getKey().keyColumns()) {
          key.add(Column.of("_k" + key.size(), one.type()));
        }
        select = select.join(part.getValue(), same(part.getValue(), key, found));
      }
    }
    return select;
  }

  /** Whether an expression reads rows, and not values of the application alone. */
  private static final class Constant extends ExpressionWalker {
    private boolean reads;

    @Override
    public Boolean visitColumn(ColumnReference<?> node) {
      reads = true;
      return true;
    }

    @Override
    protected void select(Query<?> query) {
      reads = true;
    }

    @Override
    public Boolean visitUnresolved(Predicate.Unresolved node) {
      reads = true;
      return true;
    }
  }
}
