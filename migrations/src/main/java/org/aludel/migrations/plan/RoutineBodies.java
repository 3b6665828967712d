package org.aludel.migrations.plan;

import java.util.ArrayList;
import java.util.List;
import org.aludel.migrations.operation.EnumOperation;
import org.aludel.migrations.operation.ObjectOperation;
import org.aludel.migrations.operation.Operation;
import org.aludel.migrations.operation.PrivilegeOperation;
import org.aludel.schema.SchemaObject;

/**
 * Leaves the bodies of routines unchecked where one is made among other things: what a body of text
 * needs is unknown, so it may come later. Both ways, hence at both ends.
 */
final class RoutineBodies {
  private RoutineBodies() {}

  /** Behind labels of enums, which may stand in transactions of their own. */
  static List<Operation> unchecked(List<Operation> ordered) {
    long routines = ordered.stream().filter(RoutineBodies::isRoutine).count();
    boolean others =
        ordered.stream()
            .anyMatch(each -> !isRoutine(each) && !(each instanceof PrivilegeOperation));
    if (routines == 0 || (routines == 1 && !others)) {
      return ordered;
    }
    int begin = 0;
    while (begin < ordered.size() && ordered.get(begin) instanceof EnumOperation.AddValue) {
      begin++;
    }
    List<Operation> framed = new ArrayList<>(ordered);
    framed.add(begin, new ObjectOperation.CheckBodies(false));
    framed.add(new ObjectOperation.CheckBodies(true));
    return framed;
  }

  private static boolean isRoutine(Operation operation) {
    if (operation instanceof ObjectOperation.Create create) {
      return isRoutine(create.object());
    }
    if (operation instanceof ObjectOperation.Drop drop) {
      return isRoutine(drop.object());
    }
    return operation instanceof ObjectOperation.Replace replace && isRoutine(replace.to());
  }

  private static boolean isRoutine(SchemaObject object) {
    return object.reference().kind().isRoutine();
  }
}
