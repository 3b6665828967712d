package org.aludel.orm.query;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.aludel.error.Problem;
import org.aludel.error.SessionCode;
import org.aludel.error.UsageException;
import org.aludel.orm.hierarchy.RowTables;
import org.aludel.orm.inheritance.InheritanceStrategy;
import org.aludel.orm.mapping.BasicProperty;
import org.aludel.orm.mapping.Mapper;
import org.aludel.orm.state.EntityModel;
import org.aludel.schema.Column;
import org.aludel.sql.Assignment;
import org.aludel.sql.ColumnReference;
import org.aludel.sql.Cte;
import org.aludel.sql.Delete;
import org.aludel.sql.Expression;
import org.aludel.sql.ExpressionWalker;
import org.aludel.sql.FromItem;
import org.aludel.sql.Join;
import org.aludel.sql.NamedTable;
import org.aludel.sql.Operation;
import org.aludel.sql.Predicate;
import org.aludel.sql.Projection;
import org.aludel.sql.Query;
import org.aludel.sql.Reach;
import org.aludel.sql.Select;
import org.aludel.sql.Sql;
import org.aludel.sql.Statement;
import org.aludel.sql.TableSource;
import org.aludel.sql.Traversal;
import org.aludel.sql.Update;
import org.aludel.sql.With;
import org.jspecify.annotations.Nullable;

/**
 * An UPDATE or DELETE of a class whose rows lie in several tables, all of it over the class's view.
 *
 * @param settings null of a DELETE
 */
record WideChange<R>(
    EntityModel<?> model,
    FromItem view,
    Reach reach,
    @Nullable Projection<R> projection,
    @Nullable List<Setting> settings) {

  private static final Select.From NO_SOURCES = new Select.From(List.of(), List.of());

  /** A column that gets a value. */
  record Setting(Column column, Expression<?> value) {}

  WideChange {
    settings = settings == null ? null : List.copyOf(settings);
  }

  /** An UPDATE, as a rewriter turns its parts to the view. */
  static <R> WideChange<R> of(
      Update<R> update, EntityRewriter rewriter, CriteriaPlacement criteria) {
    WideChange<R> change =
        of(update.table(), update.reach(), update.projection(), rewriter, criteria);
    List<Setting> settings = new ArrayList<>();
    for (Assignment one : update.assignments()) {
      List<Column> columns =
          one.columns().stream()
              .map(each -> Relationships.column(rewriter.models(), each))
              .toList();
      settings.addAll(settings(change.model, columns, rewriter.resolved(one.value())));
    }
    return new WideChange<>(change.model, change.view, change.reach, change.projection, settings);
  }

  /** A DELETE, as a rewriter turns its parts to the view. */
  static <R> WideChange<R> of(
      Delete<R> delete, EntityRewriter rewriter, CriteriaPlacement criteria) {
    return of(delete.table(), delete.reach(), delete.projection(), rewriter, criteria);
  }

  private static <R> WideChange<R> of(
      TableSource<?> table,
      Reach reach,
      @Nullable Projection<R> returned,
      EntityRewriter rewriter,
      CriteriaPlacement criteria) {
    EntityModel<?> model = rewriter.models().of(table.rowType());
    FromItem view = rewriter.source(table);
    List<FromItem> others = reach.from().items().stream().map(rewriter::source).toList();
    List<Join> joins = reach.from().joins().stream().map(rewriter::join).toList();
    List<Predicate> where = new ArrayList<>();
    reach.where().forEach(one -> where.add(rewriter.condition(one)));
    if (!reach.isUnsafe()) {
      criteria.addBeside(reach.from().items(), rewriter::source, where);
      criteria.add(model, view, where);
    }
    return new WideChange<>(
        model,
        view,
        new Reach(new Select.From(others, joins), where, reach.everyRow()),
        returned == null ? null : rewriter.projection(returned),
        null);
  }

  /** A change that became one behind named queries has them behind those of the application. */
  static <R> With<R> behind(With<R> with) {
    return with.statement() instanceof With<R> inner
        ? new With<>(with.queries(), inner.statement()).with(inner.queries().toArray(Cte[]::new))
        : with;
  }

  /** The settings of an assignment that is over the view, by the columns that it names. */
  private static List<Setting> settings(
      EntityModel<?> model, List<Column> columns, Expression<?> value) {
    if (columns.size() == 1) {
      return List.of(new Setting(columns.get(0), value));
    }
    if (!(value instanceof Operation.RowValue<?> row)) {
      throw refused(model, "several columns set by one query", "set them one by one");
    }
    List<Setting> all = new ArrayList<>();
    for (int index = 0; index < columns.size(); index++) {
      all.add(new Setting(columns.get(index), row.items().get(index)));
    }
    return all;
  }

  /**
   * The statement over tables.
   *
   * @throws UsageException with {@code UNSUPPORTED} for what several tables do not allow
   */
  Statement<?> statement() {
    if (reach.isUnsafe() || (settings != null && settings.isEmpty())) {
      return unsafe();
    }
    if (projection != null && reach.hasSources()) {
      throw refused(
          model,
          "RETURNING beside other sources over several tables",
          "leave one of the two out, or name the other sources in a subquery");
    }
    if (model.mapper().inheritance() == InheritanceStrategy.TABLE_PER_CLASS) {
      return new SeparateChange<>(this).statement();
    }
    Mapper<?> only = onlyTable();
    return only == null
        ? new JoinedChange<>(this).statement()
        : new OneTableUpdate(this, only).statement();
  }

  /** The same change as statements of their own, where {@link #statement()} is one of parts. */
  ChangeSteps steps() {
    return model.mapper().inheritance() == InheritanceStrategy.TABLE_PER_CLASS
        ? new SeparateChange<>(this).steps()
        : new JoinedChange<>(this).steps();
  }

  /** What Core refuses, since it names no rows or no columns. */
  private Statement<?> unsafe() {
    NamedTable table = Relationships.table(model.mapper(), null);
    Reach nothing = new Reach(NO_SOURCES, List.of(), !reach.isUnsafe());
    return settings == null
        ? new Delete<R>(table, nothing, projection)
        : new Update<R>(table, assignments(table), nothing, projection);
  }

  private List<Assignment> assignments(NamedTable table) {
    List<Assignment> all = new ArrayList<>();
    if (settings != null) {
      settings.forEach(one -> all.add(new Assignment(column(table, one.column()), one.value())));
    }
    return all;
  }

  static ColumnReference<?> column(NamedTable table, Column column) {
    return new ColumnReference<>(table, column.name(), column.type());
  }

  /** The class whose table alone the statement needs beside the search for the rows, or null. */
  private @Nullable Mapper<?> onlyTable() {
    if (settings == null || projection != null || reach.hasSources()) {
      return null;
    }
    RowTables tables = model.view().rowTables().get(0);
    Mapper<?> only = owner(settings.get(0).column());
    for (Setting setting : settings) {
      Reads reads = new Reads(view, tables, only);
      setting.value().accept(reads);
      if (!owner(setting.column()).equals(only) || reads.others) {
        return null;
      }
    }
    return only;
  }

  /** The class whose table has a column. */
  Mapper<?> owner(Column column) {
    for (Mapper<?> each : model.mapper().lineage()) {
      boolean basic = each.ownBasics().stream().anyMatch(one -> one.column().equals(column));
      if (basic
          || each.ownReferences().stream().anyMatch(one -> one.localColumns().contains(column))) {
        return each;
      }
    }
    throw refused(
        model, "the column \"" + column.name() + "\" of another class", "update that class");
  }

  /** The columns of the view that are returned: the id, and what is asked for. */
  List<ColumnReference<?>> returned() {
    Map<String, ColumnReference<?>> all = new LinkedHashMap<>();
    for (BasicProperty id : model.ids()) {
      ColumnReference<?> column = model.view().column(view, id.column());
      all.put(column.name(), column);
    }
    if (projection != null) {
      Select<?> asked = Sql.select(Sql.literal(1)).withProjection(projection);
      for (Expression<?> one : Traversal.find(asked, ColumnReference.class)) {
        ColumnReference<?> column = (ColumnReference<?>) one;
        FromItem source = column.source();
        if (source != null && source.key().equals(view.key())) {
          all.putIfAbsent(column.name(), column);
        }
      }
    }
    return List.copyOf(all.values());
  }

  static UsageException refused(EntityModel<?> model, String found, String fix) {
    return new UsageException(
        Problem.of(
                SessionCode.UNSUPPORTED,
                "cannot change rows of \"" + model.mapper().type().getName() + "\" by a statement")
            .found(found)
            .fix(fix));
  }

  /** Whether an expression reads anything but columns of one table. */
  private static final class Reads extends ExpressionWalker {
    private final FromItem view;
    private final RowTables tables;
    private final Mapper<?> only;
    private boolean others;

    Reads(FromItem view, RowTables tables, Mapper<?> only) {
      this.view = view;
      this.tables = tables;
      this.only = only;
    }

    @Override
    public Boolean visitColumn(ColumnReference<?> node) {
      FromItem source = node.source();
      others |=
          source != null
              && !(source.key().equals(view.key())
                  && tables.owners(node.name()).equals(List.of(only)));
      return true;
    }

    @Override
    protected void select(Query<?> query) {
      others = true;
    }
  }
}
