package org.aludel.migrations.compare;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.aludel.migrations.operation.ColumnOperation;
import org.aludel.migrations.operation.EnumOperation;
import org.aludel.migrations.operation.ObjectOperation;
import org.aludel.migrations.operation.Operation;
import org.aludel.migrations.operation.SequenceOperation;
import org.aludel.migrations.operation.TableOperation;
import org.aludel.schema.MetaData;
import org.aludel.schema.ObjectKind;
import org.aludel.schema.ObjectReference;
import org.aludel.schema.QualifiedName;
import org.aludel.schema.SchemaObject;

/** What stays although the model does not have it, and what that needs, as the server recorded. */
final class KeptObjects {
  private final Set<ObjectReference> kept = new HashSet<>();
  private final Set<QualifiedName> tables = new HashSet<>();
  private final Map<ObjectReference, Set<ObjectReference>> dependants = new HashMap<>();

  /**
   * @param database with everything
   * @param seen what the comparison sees of it; the rest stays
   */
  KeptObjects(MetaData database, MetaData seen) {
    database
        .dependencies()
        .forEach(
            (object, needed) ->
                needed.forEach(
                    each -> dependants.computeIfAbsent(each, key -> new HashSet<>()).add(object)));
    database.objects().forEach(each -> kept.add(each.reference()));
    seen.objects().stream().map(SchemaObject::reference).forEach(kept::remove);
  }

  void keep(Operation drop) {
    if (drop instanceof TableOperation.Drop table) {
      tables.add(table.table().name());
    } else {
      reference(drop).ifPresent(kept::add);
    }
  }

  /** Whether something that stays stands on what the operation drops. */
  boolean need(Operation drop) {
    return reference(drop)
        .filter(each -> dependants.getOrDefault(each, Set.of()).stream().anyMatch(this::stays))
        .isPresent();
  }

  /** Whether an object of a schema stays. */
  boolean holds(String schema) {
    return kept.stream().anyMatch(each -> schema.equals(each.name().schema()));
  }

  private boolean stays(ObjectReference object) {
    return kept.contains(object)
        || (List.of(ObjectKind.TABLE, ObjectKind.COLUMN, ObjectKind.CONSTRAINT)
                .contains(object.kind())
            && tables.contains(object.name()));
  }

  private static Optional<ObjectReference> reference(Operation operation) {
    if (operation instanceof ObjectOperation.Drop drop) {
      return Optional.of(drop.object().reference());
    }
    if (operation instanceof TableOperation.Drop drop) {
      return Optional.of(drop.table().reference());
    }
    if (operation instanceof ColumnOperation.Drop drop) {
      return Optional.of(ObjectReference.column(drop.table(), drop.column().name()));
    }
    if (operation instanceof EnumOperation.Drop drop) {
      return Optional.of(ObjectReference.of(ObjectKind.ENUM, drop.type().name()));
    }
    return operation instanceof SequenceOperation.Drop drop
        ? Optional.of(ObjectReference.of(ObjectKind.SEQUENCE, drop.sequence().name()))
        : Optional.empty();
  }
}
