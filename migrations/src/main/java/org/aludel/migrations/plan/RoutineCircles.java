package org.aludel.migrations.plan;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.aludel.ddl.RoutineStub;
import org.aludel.migrations.operation.ObjectOperation;
import org.aludel.migrations.operation.Operation;
import org.aludel.schema.DefinedObject;
import org.aludel.schema.MetaData;
import org.aludel.schema.ObjectReference;
import org.aludel.schema.SchemaObject;

/**
 * Makes routines that call each other in two steps, first without their bodies; and takes the
 * bodies away before the routines.
 */
final class RoutineCircles {
  private RoutineCircles() {}

  /** The same operations with the routines among the stuck ones in two steps. */
  static List<Operation> split(List<Operation> operations, List<Operation> stuck) {
    Set<Operation> cyclic = new HashSet<>(stuck);
    List<Operation> split = new ArrayList<>();
    for (Operation operation : operations) {
      if (cyclic.contains(operation) && operation instanceof ObjectOperation.Create create) {
        split.addAll(
            stub(create.object())
                .map(
                    each ->
                        List.<Operation>of(
                            new ObjectOperation.Create(each),
                            new ObjectOperation.Replace(each, create.object())))
                .orElse(List.of(create)));
      } else if (cyclic.contains(operation) && operation instanceof ObjectOperation.Drop drop) {
        split.addAll(
            stub(drop.object())
                .map(
                    each ->
                        List.<Operation>of(
                            new ObjectOperation.Replace(drop.object(), each),
                            new ObjectOperation.Drop(each)))
                .orElse(List.of(drop)));
      } else {
        split.add(operation);
      }
    }
    return split;
  }

  private static Optional<DefinedObject> stub(SchemaObject object) {
    return object instanceof DefinedObject routine ? RoutineStub.of(routine) : Optional.empty();
  }

  /** Whether an object is without its body here: the routine itself has one on that side. */
  static boolean isStub(SchemaObject object, MetaData side) {
    return side.object(object.reference()).filter(each -> isStub(object, each)).isPresent();
  }

  static boolean isStub(SchemaObject stub, SchemaObject routine) {
    return stub instanceof DefinedObject one
        && routine instanceof DefinedObject other
        && RoutineStub.isStub(one, other);
  }

  /** What a stub does not need. */
  static boolean isRoutine(ObjectReference needed) {
    return needed.kind().isRoutine();
  }
}
