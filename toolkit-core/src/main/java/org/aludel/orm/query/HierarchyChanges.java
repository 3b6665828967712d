package org.aludel.orm.query;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.aludel.error.Problem;
import org.aludel.error.SessionCode;
import org.aludel.error.UsageException;
import org.aludel.orm.inheritance.Discriminator;
import org.aludel.orm.inheritance.InheritanceStrategy;
import org.aludel.orm.mapping.Mapper;
import org.aludel.orm.metamodel.EntityTable;
import org.aludel.orm.state.EntityModel;
import org.aludel.schema.Column;
import org.aludel.sql.Assignment;
import org.aludel.sql.ColumnReference;
import org.aludel.sql.Delete;
import org.aludel.sql.Expression;
import org.aludel.sql.FromItem;
import org.aludel.sql.Insert;
import org.aludel.sql.NamedTable;
import org.aludel.sql.Predicate;
import org.aludel.sql.Projection;
import org.aludel.sql.Select;
import org.aludel.sql.Selectable;
import org.aludel.sql.Sql;
import org.aludel.sql.Statement;
import org.aludel.sql.TableSource;
import org.aludel.sql.Update;
import org.aludel.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** Keeps statements that change rows of a hierarchy to the rows of their class. */
final class HierarchyChanges {
  private final EntityModel<?> model;

  /** Of the classes of a joined hierarchy, the one whose table is changed. */
  private @Nullable Mapper<?> here;

  HierarchyChanges(EntityModel<?> model) {
    this.model = model;
  }

  /** The same statement for the rows of the class alone; none of it is refused as before. */
  Statement<?> of(Statement<?> statement) {
    if (model.mapper().inheritance() == null) {
      return statement;
    }
    if (statement instanceof Update<?> update) {
      Predicate condition = condition(update.table());
      return condition == null || update.reach().isUnsafe() ? update : update.where(condition);
    }
    if (statement instanceof Delete<?> delete) {
      Predicate condition = condition(delete.table());
      return condition == null || delete.reach().isUnsafe() ? delete : delete.where(condition);
    }
    if (statement instanceof Insert<?> insert && insert.source() instanceof Insert.Values values) {
      return insert(insert, values);
    }
    throw refused("INSERT … SELECT and MERGE, which give no discriminator");
  }

  /** Whether rows of the class lie in tables that are joined, of which one must be chosen. */
  boolean inSeveralTables() {
    return model.mapper().inheritance() == InheritanceStrategy.JOINED
        && model.view().query() != null;
  }

  /** The keys of the rows that an UPDATE means, found over all tables. */
  Select<?> keys(FromItem all, Update<?> update, List<Predicate> where) {
    if (update.reach().hasSources() || update.projection() != null) {
      throw refused("FROM or RETURNING over joined tables");
    }
    List<Selectable<?>> ids = new ArrayList<>();
    model.ids().forEach(id -> ids.add(model.view().column(all, id.column())));
    return Sql.select(ids.get(0))
        .withProjection(new Projection<Object>(ids, values -> values))
        .from(all)
        .where(where.toArray(Predicate[]::new));
  }

  /** The table that has all the columns, from now on the only one that may be named. */
  NamedTable choose(List<Column> columns) {
    for (Mapper<?> each : model.mapper().lineage()) {
      if (columns.stream().allMatch(column -> isOf(each, column))) {
        here = each;
        return Relationships.table(each, null);
      }
    }
    throw refused("columns of several tables");
  }

  private static boolean isOf(Mapper<?> mapper, Column column) {
    return mapper.ownBasics().stream().anyMatch(one -> one.column().equals(column))
        || mapper.ownReferences().stream().anyMatch(one -> one.localColumns().contains(column));
  }

  /** Refuses a column of another table in the values that are set. */
  void requireHere(Column column) {
    if (here != null && !isOf(here, column)) {
      throw refused("a value that column \"" + column.name() + "\" of another table is part of");
    }
  }

  /** The type plays no part in a comparison with a query. */
  private static Expression<?> tuple(List<Expression<?>> parts) {
    String marks = String.join(", ", Collections.nCopies(parts.size(), "?"));
    return Sql.fragment(SqlTypes.TEXT, "(" + marks + ")", parts.toArray(Expression<?>[]::new));
  }

  /** The statement over the chosen table. */
  <R> Update<R> update(Update<R> update, List<Assignment> assignments, Select<?> keys) {
    Mapper<?> chosen = Objects.requireNonNull(here);
    NamedTable table = Relationships.table(chosen, null);
    List<Expression<?>> key = new ArrayList<>();
    chosen.keyColumns().forEach(one -> key.add(table.c(one.name(), one.type())));
    Expression<?> left = key.size() == 1 ? key.get(0) : tuple(key);
    Update<R> whole = new Update<>(table, assignments, update.reach().withoutConditions(), null);
    return update.reach().isUnsafe()
        ? whole
        : whole.where(new Predicate.InSubquery(left, keys, false));
  }

  /** The refusal of whole objects of a class in the rows of one above it. */
  static UsageException treatedWhole(EntityTable<?> entity) {
    return new UsageException(
        Problem.of(SessionCode.UNSUPPORTED, "cannot select \"" + entity + "\" as whole objects")
            .found("the attributes of a class in the rows of one above it")
            .fix("select " + entity.treated() + ", or the class's own table"));
  }

  private @Nullable Predicate condition(TableSource<?> table) {
    requireOneTable();
    return model.view().condition(table);
  }

  private <R> Insert<R> insert(Insert<R> insert, Insert.Values values) {
    requireOneTable();
    Mapper<?> mapper = model.mapper();
    Discriminator discriminator = mapper.discriminator();
    if (discriminator == null) {
      return insert;
    }
    Object value = mapper.discriminatorValue();
    if (value == null) {
      throw refused("an abstract class");
    }
    List<ColumnReference<?>> columns = new ArrayList<>(insert.columns());
    columns.add(
        new ColumnReference<>(
            insert.table(), discriminator.column().name(), discriminator.column().type()));
    List<List<Expression<?>>> rows = new ArrayList<>();
    for (List<Expression<?>> row : values.rows()) {
      List<Expression<?>> more = new ArrayList<>(row);
      more.add(model.view().literal(value));
      rows.add(more);
    }
    return new Insert<>(
        new Insert.Into(insert.table(), columns, insert.into().overriding()),
        new Insert.Values(rows),
        insert.conflict(),
        insert.projection());
  }

  private void requireOneTable() {
    boolean alone = model.view().query() == null && model.mapper().tables().size() == 1;
    if (model.mapper().inheritance() != InheritanceStrategy.SINGLE_TABLE && !alone) {
      throw refused("a class whose objects lie in several tables");
    }
  }

  private UsageException refused(String found) {
    return new UsageException(
        Problem.of(
                SessionCode.UNSUPPORTED,
                "cannot change rows of \"" + model.mapper().type().getName() + "\" by a statement")
            .found(found)
            .expected(
                "UPDATE of one table, DELETE and INSERT … VALUES of classes whose objects lie in"
                    + " one")
            .fix("change the objects of a session, or name the tables in a statement of Core"));
  }
}
