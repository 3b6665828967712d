package org.aludel.migrations.sqlite;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.aludel.error.CompileException;
import org.aludel.error.Problem;
import org.aludel.error.SqlCode;
import org.aludel.migrations.operation.ColumnOperation;
import org.aludel.migrations.operation.ConstraintOperation;
import org.aludel.migrations.operation.CustomOperation;
import org.aludel.migrations.operation.IndexOperation;
import org.aludel.migrations.operation.ObjectOperation;
import org.aludel.migrations.operation.Operation;
import org.aludel.migrations.operation.TableOperation;

/**
 * When an operation is done. SQLite looks at what a view or trigger names when it is used, and when
 * another object is altered or renamed; so these leave first and come last, and all else needs no
 * order but this one.
 */
enum Phase {
  LEAVE_OBJECT,
  RENAME,
  LEAVE_INDEX,
  CREATE_TABLE,
  CHANGE_TABLE,
  CUSTOM,
  DROP_TABLE,
  COME_INDEX,
  COME_OBJECT;

  /** In the order of phases; what is in the same one stays in the order in which it was found. */
  static List<Operation> sorted(List<Operation> operations) {
    return operations.stream()
        .filter(each -> !(each instanceof ObjectOperation.CheckBodies))
        .sorted(Comparator.comparing(Phase::of))
        .toList();
  }

  /**
   * The first phase of an operation; what is replaced has a second one.
   *
   * @throws CompileException UNSUPPORTED_STATEMENT for what SQLite has not
   */
  static Phase of(Operation operation) {
    return Stream.of(table(operation), part(operation), index(operation), object(operation))
        .flatMap(each -> each)
        .findFirst()
        .orElseThrow(() -> refused(operation));
  }

  private static Stream<Phase> table(Operation operation) {
    if (operation instanceof TableOperation.Rename) {
      return Stream.of(RENAME);
    }
    if (operation instanceof TableOperation.Create) {
      return Stream.of(CREATE_TABLE);
    }
    return operation instanceof TableOperation.Drop ? Stream.of(DROP_TABLE) : Stream.empty();
  }

  private static Stream<Phase> part(Operation operation) {
    if (operation instanceof ColumnOperation.Rename) {
      return Stream.of(RENAME);
    }
    if (operation instanceof CustomOperation) {
      return Stream.of(CUSTOM);
    }
    boolean part =
        (operation instanceof ColumnOperation
                && !(operation instanceof ColumnOperation.AlterOptions))
            || operation instanceof ConstraintOperation.Add
            || operation instanceof ConstraintOperation.Drop
            || operation instanceof ConstraintOperation.Rename;
    return part ? Stream.of(CHANGE_TABLE) : Stream.empty();
  }

  private static Stream<Phase> index(Operation operation) {
    if (operation instanceof IndexOperation.Drop || operation instanceof IndexOperation.Rename) {
      return Stream.of(LEAVE_INDEX);
    }
    return operation instanceof IndexOperation.Create ? Stream.of(COME_INDEX) : Stream.empty();
  }

  private static Stream<Phase> object(Operation operation) {
    if (operation instanceof ObjectOperation.Drop || operation instanceof ObjectOperation.Replace) {
      return Stream.of(LEAVE_OBJECT);
    }
    return operation instanceof ObjectOperation.Create ? Stream.of(COME_OBJECT) : Stream.empty();
  }

  private static CompileException refused(Operation operation) {
    return new CompileException(
        Problem.of(SqlCode.UNSUPPORTED_STATEMENT, "cannot write a revision for SQLite")
            .found(operation.describe().replaceAll("\\s+", " "))
            .expected("tables, columns, keys, checks, indexes, views and triggers")
            .fix("leave it out of the model for SQLite"));
  }
}
