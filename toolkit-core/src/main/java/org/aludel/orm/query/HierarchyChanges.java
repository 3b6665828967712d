package org.aludel.orm.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.aludel.error.Problem;
import org.aludel.error.SessionCode;
import org.aludel.error.UsageException;
import org.aludel.orm.inheritance.Discriminator;
import org.aludel.orm.inheritance.InheritanceStrategy;
import org.aludel.orm.mapping.Mapper;
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

  private @Nullable Predicate condition(TableSource<?> table) {
    requireOneTable();
    return model.view().condition(table);
  }

  private <R> Insert<R> insert(Insert<R> insert, Insert.Values values) {
    requireOneTable();
    Mapper<?> mapper = model.mapper();
    Discriminator discriminator = Objects.requireNonNull(mapper.discriminator());
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
    if (model.mapper().inheritance() != InheritanceStrategy.SINGLE_TABLE) {
      throw refused("a class whose objects lie in several tables");
    }
  }

  private UsageException refused(String found) {
    return new UsageException(
        Problem.of(
                SessionCode.UNSUPPORTED,
                "cannot change rows of \"" + model.mapper().type().getName() + "\" by a statement")
            .found(found)
            .expected("UPDATE, DELETE and INSERT … VALUES of a hierarchy in one table")
            .fix("change the objects of a session, or name the tables in a statement of Core"));
  }
}
