package org.aludel.orm.query;

import java.util.ArrayList;
import java.util.List;
import org.aludel.error.Problem;
import org.aludel.error.SessionCode;
import org.aludel.error.UsageException;
import org.aludel.orm.inheritance.Discriminator;
import org.aludel.orm.inheritance.InheritanceStrategy;
import org.aludel.orm.mapping.Mapper;
import org.aludel.orm.metamodel.EntityTable;
import org.aludel.orm.state.EntityModel;
import org.aludel.sql.ColumnReference;
import org.aludel.sql.Delete;
import org.aludel.sql.Expression;
import org.aludel.sql.Insert;
import org.aludel.sql.Predicate;
import org.aludel.sql.Statement;
import org.aludel.sql.TableSource;
import org.aludel.sql.Update;
import org.jspecify.annotations.Nullable;

/** Keeps statements that change rows of a hierarchy to the rows of their class. */
final class HierarchyChanges {
  private final EntityModel<?> model;

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

  /** Whether rows of a class lie in several tables, so that its view stands for it. */
  static boolean inSeveralTables(EntityModel<?> model) {
    InheritanceStrategy strategy = model.mapper().inheritance();
    return model.view().query() != null
        && (strategy == InheritanceStrategy.JOINED
            || strategy == InheritanceStrategy.TABLE_PER_CLASS);
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

  /** A row of a class that has a table of its own, or of one table with its discriminator. */
  private <R> Insert<R> insert(Insert<R> insert, Insert.Values values) {
    Mapper<?> mapper = model.mapper();
    if (mapper.isAbstract()) {
      throw refused("an abstract class");
    }
    if (mapper.tables().size() > 1) {
      throw refused("a class whose objects lie in several tables");
    }
    Discriminator discriminator = mapper.discriminator();
    Object value = mapper.discriminatorValue();
    Insert.Conflict conflict = ofClass(insert.table(), insert.conflict());
    if (discriminator == null || value == null) {
      return new Insert<>(insert.into(), values, conflict, insert.projection());
    }
    List<ColumnReference<?>> columns = new ArrayList<>(insert.columns());
    columns.add(
        new ColumnReference<>(
            insert.table(), discriminator.column().name(), discriminator.column().type()));
    List<List<Expression<?>>> rows = new ArrayList<>();
    // No row at all is one of defaults.
    for (List<Expression<?>> row :
        values.rows().isEmpty() ? List.of(List.<Expression<?>>of()) : values.rows()) {
      List<Expression<?>> more = new ArrayList<>(row);
      more.add(model.view().literal(value));
      rows.add(more);
    }
    return new Insert<>(
        new Insert.Into(insert.table(), columns, insert.into().overriding()),
        new Insert.Values(rows),
        conflict,
        insert.projection());
  }

  /** Rows of other classes have the unique keys of one table too; they are left as they are. */
  private Insert.@Nullable Conflict ofClass(
      TableSource<?> table, Insert.@Nullable Conflict conflict) {
    Predicate condition = model.view().condition(table);
    if (conflict == null || conflict.assignments().isEmpty() || condition == null) {
      return conflict;
    }
    List<Predicate> where = new ArrayList<>(conflict.where());
    where.add(condition);
    return new Insert.Conflict(conflict.target(), conflict.assignments(), where);
  }

  /** Refuses to return whole objects from one of the tables that their columns may lie in. */
  static void refuseWhole(EntityModel<?> model) {
    if (inSeveralTables(model)) {
      throw WideChange.refused(
          model,
          "whole objects returned from one of several tables",
          "return attributes, or bulk().insertReturning(…)");
    }
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
            .expected("INSERT … VALUES of a class whose objects lie in one table")
            .fix("add(…) objects to the session, or write rows with session.bulk().insert(…)"));
  }
}
