package org.aludel.migrations.sqlite;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.aludel.ddl.ColumnDdl;
import org.aludel.ddl.DdlStatement;
import org.aludel.ddl.IndexDdl;
import org.aludel.ddl.ObjectStatements;
import org.aludel.ddl.RawSql;
import org.aludel.ddl.TableDdl;
import org.aludel.dialect.Dialect;
import org.aludel.migrations.operation.ColumnOperation;
import org.aludel.migrations.operation.CustomOperation;
import org.aludel.migrations.operation.IndexOperation;
import org.aludel.migrations.operation.ObjectOperation;
import org.aludel.migrations.operation.Operation;
import org.aludel.migrations.operation.TableOperation;
import org.aludel.migrations.plan.MigrationPlan;
import org.aludel.migrations.plan.MigrationPlan.Planned;
import org.aludel.migrations.plan.MigrationPlan.Statement;
import org.aludel.migrations.rows.RowRules;
import org.aludel.schema.MetaData;
import org.aludel.schema.QualifiedName;
import org.aludel.schema.SchemaObject;

/**
 * The statements of operations: one transaction, and for each table one rebuild however much of it
 * changes. One use; not thread-safe.
 */
final class SqlitePlan {
  private final Dialect dialect;
  private final MetaData before;
  private final RowRules rows;
  private final List<Planned> planned = new ArrayList<>();

  SqlitePlan(Dialect dialect, MetaData before, RowRules rows) {
    this.dialect = dialect;
    this.before = before;
    this.rows = rows;
  }

  /** Of operations in the order of their phases. */
  MigrationPlan of(List<Operation> ordered) {
    Map<QualifiedName, TableChange> changes = changes(ordered);
    Set<Operation> inRebuilds = new LinkedHashSet<>();
    changes.values().stream()
        .filter(change -> !change.isDirect(before))
        .forEach(change -> inRebuilds.addAll(change.operations()));
    for (Phase phase : Phase.values()) {
      for (Operation operation : ordered) {
        if (Phase.of(operation) == phase && !inRebuilds.contains(operation)) {
          first(operation);
        }
      }
      if (phase == Phase.CHANGE_TABLE) {
        changes.values().stream()
            .filter(change -> inRebuilds.containsAll(change.operations()))
            .forEach(change -> rebuild(change, ordered));
      }
      for (Operation operation : ordered) {
        if (!inRebuilds.contains(operation)) {
          second(operation, phase);
        }
      }
    }
    leaveForeignKeys();
    return planned.isEmpty()
        ? new MigrationPlan(List.of())
        : new MigrationPlan(List.of(new MigrationPlan.Step(true, planned)));
  }

  /** What happens to tables that stay, each with all that happens to its indexes. */
  private Map<QualifiedName, TableChange> changes(List<Operation> ordered) {
    Map<QualifiedName, List<Operation>> parts = new LinkedHashMap<>();
    for (Operation operation : ordered) {
      if (Phase.of(operation) == Phase.CHANGE_TABLE) {
        parts.computeIfAbsent(TableChange.table(operation), each -> new ArrayList<>());
      }
    }
    for (Operation operation : ordered) {
      boolean part =
          operation instanceof IndexOperation || Phase.of(operation) == Phase.CHANGE_TABLE;
      List<Operation> known = part ? parts.get(TableChange.table(operation)) : null;
      if (known != null) {
        known.add(operation);
      }
    }
    Map<QualifiedName, TableChange> changes = new LinkedHashMap<>();
    parts.forEach(
        (name, operations) ->
            changes.put(name, TableChange.of(before.table(name).orElseThrow(), operations)));
    return changes;
  }

  /** An operation in its own phase. */
  private void first(Operation operation) {
    if (operation instanceof ObjectOperation.Replace replace) {
      add(replace, List.of(drop(replace.from())), ObjectStatements.create(replace.from()));
    } else if (operation instanceof IndexOperation.Rename rename) {
      add(
          rename,
          dropIndex(rename.index().name().text()),
          createIndex(new IndexOperation.Create(rename.table(), rename.index())));
    } else {
      add(operation, statements(operation), statements(operation.inverse()));
    }
  }

  /** What comes in the place of what has left. */
  private void second(Operation operation, Phase phase) {
    if (operation instanceof ObjectOperation.Replace replace && phase == Phase.COME_OBJECT) {
      add(replace, ObjectStatements.create(replace.to()), List.of(drop(replace.to())));
    } else if (operation instanceof IndexOperation.Rename rename && phase == Phase.COME_INDEX) {
      IndexOperation.Rename back = rename.inverse();
      add(
          rename,
          createIndex(new IndexOperation.Create(rename.table(), back.index())),
          dropIndex(rename.to()));
    }
  }

  private void rebuild(TableChange change, List<Operation> ordered) {
    Rebuild rebuild = Rebuild.of(change, staying(change, ordered), before, rows);
    List<Operation> operations = change.operations();
    add(operations.get(0), rebuild.statements(dialect), rebuild.back().statements(dialect));
    operations.subList(1, operations.size()).forEach(each -> add(each, List.of(), List.of()));
  }

  /** The triggers of a table that go with it and come again. */
  private List<SchemaObject> staying(TableChange change, List<Operation> ordered) {
    List<SchemaObject> triggers = new ArrayList<>(change.triggers(before));
    for (Operation operation : ordered) {
      if (operation instanceof ObjectOperation.Drop drop) {
        triggers.remove(drop.object());
      } else if (operation instanceof ObjectOperation.Replace replace) {
        triggers.remove(replace.from());
      }
    }
    return triggers;
  }

  private List<DdlStatement> statements(Operation operation) {
    if (operation instanceof TableOperation.Create create) {
      return List.of(new TableDdl.CreateTable(create.table()));
    }
    if (operation instanceof TableOperation.Drop drop) {
      return List.of(new TableDdl.DropTable(drop.table().name()));
    }
    if (operation instanceof TableOperation.Rename rename) {
      return List.of(new TableDdl.RenameTable(rename.from(), rename.to().name()));
    }
    if (operation instanceof ColumnOperation.Rename rename) {
      return List.of(new ColumnDdl.RenameColumn(rename.table(), rename.from(), rename.to()));
    }
    return parts(operation);
  }

  private static List<DdlStatement> parts(Operation operation) {
    if (operation instanceof ColumnOperation.Add add) {
      return List.of(new ColumnDdl.AddColumn(add.table(), add.column()));
    }
    if (operation instanceof ColumnOperation.Drop drop) {
      return List.of(new ColumnDdl.DropColumn(drop.table(), drop.column().name()));
    }
    if (operation instanceof IndexOperation.Create create) {
      return createIndex(create);
    }
    if (operation instanceof IndexOperation.Drop drop) {
      return dropIndex(drop.index().name().text());
    }
    if (operation instanceof ObjectOperation.Create create) {
      return ObjectStatements.create(create.object());
    }
    if (operation instanceof ObjectOperation.Drop drop) {
      return List.of(drop(drop.object()));
    }
    CustomOperation custom = (CustomOperation) operation;
    return custom.sql().stream().<DdlStatement>map(RawSql::new).toList();
  }

  private static DdlStatement drop(SchemaObject object) {
    return ObjectStatements.drop(object);
  }

  private static List<DdlStatement> createIndex(IndexOperation.Create create) {
    return List.of(new IndexDdl.CreateIndex(create.table(), create.index(), false));
  }

  private static List<DdlStatement> dropIndex(String name) {
    return List.of(new IndexDdl.DropIndex(QualifiedName.of(name), false));
  }

  /** Foreign keys are left alone before the first table is made anew, whichever way. */
  private void leaveForeignKeys() {
    List<Integer> rebuilds = new ArrayList<>();
    for (int at = 0; at < planned.size(); at++) {
      if (planned.get(at).upgrade().stream().anyMatch(Rebuild::isRename)) {
        rebuilds.add(at);
      }
    }
    if (rebuilds.isEmpty()) {
      return;
    }
    Statement off = statement(new RawSql(ForeignKeys.OFF));
    Planned first = planned.get(0);
    planned.set(0, new Planned(first.operation(), with(off, first.up()), first.down()));
    int last = planned.size() - 1;
    while (planned.get(last).down().isEmpty()) {
      last--;
    }
    Planned end = planned.get(last);
    planned.set(last, new Planned(end.operation(), end.up(), with(off, end.down())));
  }

  private static List<Statement> with(Statement first, List<Statement> rest) {
    List<Statement> all = new ArrayList<>(List.of(first));
    all.addAll(rest);
    return all;
  }

  private void add(Operation operation, List<DdlStatement> up, List<DdlStatement> down) {
    planned.add(
        new Planned(
            operation,
            up.stream().map(this::statement).toList(),
            down.stream().map(this::statement).toList()));
  }

  /** As SQL in the file too: what Liquibase would make of its own words for SQLite is not known. */
  private Statement statement(DdlStatement ddl) {
    String sql = dialect.ddlCompiler().compile(ddl);
    return new Statement(new RawSql(sql), sql);
  }
}
