package org.aludel.migrations.plan;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.aludel.migrations.operation.ColumnOperation;
import org.aludel.migrations.operation.ConstraintOperation;
import org.aludel.migrations.operation.EnumOperation;
import org.aludel.migrations.operation.IndexOperation;
import org.aludel.migrations.operation.KeptTable;
import org.aludel.migrations.operation.ObjectOperation;
import org.aludel.migrations.operation.Operation;
import org.aludel.migrations.operation.RebuildOperation;
import org.aludel.schema.Column;
import org.aludel.schema.MetaData;
import org.aludel.schema.ObjectKind;
import org.aludel.schema.ObjectReference;
import org.aludel.schema.QualifiedName;
import org.aludel.schema.SchemaObject;
import org.aludel.schema.Table;
import org.aludel.schema.View;
import org.jspecify.annotations.Nullable;

/**
 * Adds what stands on something that is gone for a moment, or a column that gets another type:
 * views, rules, policies, triggers and routines are dropped before and created after, in the form
 * that the model has, and whatever stands on them with them; so are defaults, checks and indexes
 * that call a routine.
 */
final class Recreation {
  private final MetaData before;
  private final MetaData after;
  private final List<KeptTable> kept;
  private final List<Operation> operations;
  private final Exchange exchange;
  private final TypeExchange exchanges;
  private final Map<ObjectReference, Set<ObjectReference>> dependants = new HashMap<>();
  private final Deque<ObjectReference> open = new ArrayDeque<>();
  private final Set<ObjectReference> disturbed = new HashSet<>();
  private final Set<ObjectReference> exchanged = new HashSet<>();
  private final Set<QualifiedName> rebuilt = new HashSet<>();

  private Recreation(List<Operation> operations, MetaData before, MetaData after) {
    this.before = before;
    this.after = after;
    this.kept = KeptTable.of(before, after);
    this.operations = new ArrayList<>(operations);
    this.exchange = new Exchange(this.operations);
    this.exchanges = new TypeExchange(this.operations, before, after);
    before
        .dependencies()
        .forEach(
            (object, needed) ->
                needed.forEach(
                    each -> dependants.computeIfAbsent(each, key -> new TreeSet<>()).add(object)));
    for (SchemaObject object : before.objects()) {
      ObjectReference part = object.reference();
      if (part.kind().isPart()) {
        for (ObjectKind kind : List.of(ObjectKind.VIEW, ObjectKind.MATERIALIZED_VIEW)) {
          dependants
              .computeIfAbsent(ObjectReference.of(kind, part.name()), key -> new TreeSet<>())
              .add(part);
        }
      }
    }
  }

  /**
   * @param inTheWay objects that are dropped and created, although they could be replaced
   */
  static List<Operation> complete(
      List<Operation> operations, MetaData before, MetaData after, Set<ObjectReference> inTheWay) {
    Recreation recreation = new Recreation(operations, before, after);
    operations.forEach(each -> recreation.start(each, inTheWay));
    recreation.follow();
    return recreation.operations;
  }

  private void start(Operation operation, Set<ObjectReference> inTheWay) {
    if (operation instanceof RebuildOperation rebuild) {
      Extent.of(rebuild).drops().forEach(this::disturb);
      rebuild.before().all().forEach(each -> rebuilt.add(each.name()));
    } else if (operation instanceof ConstraintOperation.Drop drop) {
      disturb(ObjectReference.constraint(drop.table(), drop.constraint().name().text()));
    } else if (operation instanceof ObjectOperation.Drop drop) {
      Extent.whole(drop.object()).forEach(this::disturb);
      exchanges.start(drop.object()).forEach(this::disturb);
    } else if (operation instanceof ObjectOperation.Replace replace
        && (exchanges.mustExchange(replace) || inTheWay.contains(replace.from().reference()))) {
      object(replace.from(), replace.from().reference());
    } else {
      startOfColumns(operation);
    }
  }

  private void startOfColumns(Operation operation) {
    if (operation instanceof ColumnOperation.AlterType change) {
      disturb(ObjectReference.column(change.table(), change.column()));
    } else if (operation instanceof ColumnOperation.ChangeComputed change && change.recreates()) {
      disturb(ObjectReference.column(change.table(), change.from().name()));
    } else if (operation instanceof ColumnOperation.Drop drop) {
      disturb(ObjectReference.column(drop.table(), drop.column().name()));
    } else if (operation instanceof EnumOperation.Change change) {
      exchanged.add(ObjectReference.of(ObjectKind.ENUM, change.from().name()));
      change
          .uses()
          .columns()
          .forEach(use -> exchanged.add(ObjectReference.column(use.table(), use.column().name())));
      exchanged.forEach(this::disturb);
    }
  }

  private void disturb(ObjectReference reference) {
    if (disturbed.add(reference)) {
      open.add(reference);
    }
  }

  private void follow() {
    while (!open.isEmpty()) {
      ObjectReference reference = open.remove();
      for (ObjectReference dependant : dependants.getOrDefault(reference, Set.of())) {
        makeWay(dependant, reference);
      }
    }
  }

  /** The exchange of an enum type and what is made anew carry the parts of tables along. */
  private void makeWay(ObjectReference dependant, ObjectReference reason) {
    boolean carried = exchanged.contains(reason) || rebuilt.contains(dependant.name());
    if (carried && before.object(dependant).isEmpty()) {
      return;
    }
    switch (dependant.kind()) {
      case COLUMN -> column(dependant);
      case CONSTRAINT ->
          kept.stream()
              .filter(each -> each.name().equals(dependant.name()))
              .forEach(each -> constraint(each.before(), dependant.part()));
      case INDEX -> kept.forEach(each -> index(each.before(), dependant));
      default -> before.object(dependant).ifPresent(object -> object(object, reason));
    }
  }

  /** What the model no longer builds on the reason is replaced before the reason goes. */
  private void object(SchemaObject object, ObjectReference reason) {
    ObjectReference reference = object.reference();
    if (disturbed.contains(reference)) {
      return;
    }
    SchemaObject wanted = after.object(reference).orElse(null);
    ObjectOperation.Replace replace = replacement(reference);
    if (replace != null && !reference.equals(reason) && !stillNeeds(reference, reason)) {
      return;
    }
    operations.remove(replace);
    operations.removeIf(each -> isPartOf(each, object));
    operations.add(new ObjectOperation.Drop(object));
    operations.add(new ObjectOperation.Create(wanted == null ? object : wanted));
    Extent.whole(object).forEach(this::disturb);
  }

  private ObjectOperation.@Nullable Replace replacement(ObjectReference reference) {
    for (Operation operation : operations) {
      if (operation instanceof ObjectOperation.Replace replace
          && replace.to().reference().equals(reference)) {
        return replace;
      }
    }
    return null;
  }

  private boolean stillNeeds(ObjectReference object, ObjectReference reason) {
    return after.dependencies().getOrDefault(object, Set.of()).contains(reason)
        || (object.kind().isPart() && object.name().equals(reason.name()));
  }

  /** Comments come with the object, and indexes with a view. */
  private static boolean isPartOf(Operation operation, SchemaObject object) {
    if (operation instanceof ObjectOperation.Comment comment) {
      return Extent.whole(object).contains(comment.on());
    }
    if (!(object instanceof View)) {
      return false;
    }
    QualifiedName name = object.reference().name();
    return (operation instanceof IndexOperation.Create create && create.table().equals(name))
        || (operation instanceof IndexOperation.Drop drop && drop.table().equals(name))
        || (operation instanceof IndexOperation.Rename rename && rename.table().equals(name));
  }

  private void column(ObjectReference reference) {
    for (KeptTable table : kept) {
      if (table.name().equals(reference.name())) {
        Column column = table.before().column(reference.part()).orElse(null);
        Column other = table.after().column(reference.part()).orElse(null);
        if (column != null && other != null) {
          column(table.name(), column, other);
        }
      }
    }
  }

  private void column(QualifiedName table, Column column, Column kept) {
    if (column.computed() == null) {
      exchange.serverDefault(table, column, kept);
    } else if (operations.stream().noneMatch(each -> handles(each, table, column))) {
      operations.add(new ColumnOperation.Drop(table, column, null));
      operations.add(new ColumnOperation.Add(table, kept, null));
      disturb(ObjectReference.column(table, column.name()));
    }
  }

  private static boolean handles(Operation operation, QualifiedName table, Column column) {
    if (operation instanceof ColumnOperation.ChangeComputed change) {
      return change.table().equals(table) && change.from().name().equals(column.name());
    }
    return operation instanceof ColumnOperation.Drop drop
        && drop.table().equals(table)
        && drop.column().name().equals(column.name());
  }

  private void constraint(Table table, String name) {
    table.constraints().stream()
        .filter(each -> each.name().text().equals(name))
        .forEach(
            each -> {
              exchange.constraint(table.name(), each);
              disturb(ObjectReference.constraint(table.name(), name));
            });
  }

  private void index(Table table, ObjectReference reference) {
    table.indexes().stream()
        .filter(each -> ObjectReference.index(table.name(), each.name().text()).equals(reference))
        .forEach(each -> exchange.index(table.name(), each));
  }
}
