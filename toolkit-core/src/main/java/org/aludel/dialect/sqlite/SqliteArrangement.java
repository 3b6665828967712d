package org.aludel.dialect.sqlite;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.aludel.ddl.ConstraintDdl;
import org.aludel.ddl.DdlStatement;
import org.aludel.ddl.ObjectDdl;
import org.aludel.ddl.SetComment;
import org.aludel.ddl.TableDdl;
import org.aludel.schema.Constraint;
import org.aludel.schema.QualifiedName;
import org.aludel.schema.Table;

/**
 * A list of statements as SQLite takes it: constraints stand in CREATE TABLE, where a foreign key
 * may name a table that comes later, and go with their table. It has no comments.
 */
final class SqliteArrangement {
  private SqliteArrangement() {}

  static List<DdlStatement> of(List<DdlStatement> statements) {
    Map<QualifiedName, List<Constraint>> later = new HashMap<>();
    Set<QualifiedName> dropped = new HashSet<>();
    for (DdlStatement statement : statements) {
      if (statement instanceof ConstraintDdl.AddConstraint add) {
        later.computeIfAbsent(add.table(), name -> new ArrayList<>()).add(add.constraint());
      } else if (statement instanceof TableDdl.DropTable drop) {
        dropped.add(drop.table());
      }
    }
    List<DdlStatement> arranged = new ArrayList<>();
    for (DdlStatement statement : statements) {
      if (statement instanceof TableDdl.CreateTable create) {
        Table table = create.table();
        arranged.add(new TableDdl.CreateTable(with(table, later.remove(table.name()))));
      } else if (!isNeedless(statement, later.keySet(), dropped)) {
        arranged.add(statement);
      }
    }
    return List.copyOf(arranged);
  }

  private static boolean isNeedless(
      DdlStatement statement, Set<QualifiedName> altered, Set<QualifiedName> dropped) {
    if (statement instanceof ConstraintDdl.AddConstraint add) {
      return !altered.contains(add.table());
    }
    if (statement instanceof ConstraintDdl.DropConstraint drop) {
      return dropped.contains(drop.table());
    }
    return statement instanceof SetComment || statement instanceof ObjectDdl.CommentOn;
  }

  private static Table with(Table table, @org.jspecify.annotations.Nullable List<Constraint> more) {
    if (more == null) {
      return table;
    }
    List<Constraint> all = new ArrayList<>(table.constraints());
    all.addAll(more);
    return new Table(
        table.name(),
        table.columns(),
        all,
        table.indexes(),
        table.comment(),
        table.options(),
        table.parents(),
        table.partitioning());
  }
}
