package org.aludel.migrations.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.aludel.migrations.operation.ConstraintOperation;
import org.aludel.migrations.operation.IndexOperation;
import org.aludel.migrations.operation.Operation;
import org.aludel.schema.Constraint;
import org.aludel.schema.Index;
import org.aludel.schema.QualifiedName;
import org.aludel.schema.Table;

/**
 * The constraints and indexes that a partition shares with its whole and that come or go with those
 * of the whole. Each is taken out of the partition, so that what remains is the partition's own.
 */
final class Twins {
  private final List<Operation> operations = new ArrayList<>();
  private final List<Constraint> constraints;
  private final List<Constraint> wantedConstraints;
  private final List<Index> indexes;
  private final List<Index> wantedIndexes;
  private final Table partition;
  private final Table wanted;

  /**
   * @param whole the change of the whole
   */
  Twins(Cascade whole, Table partition, Table wanted) {
    this.partition = partition;
    this.wanted = wanted;
    constraints = new ArrayList<>(partition.constraints());
    wantedConstraints = new ArrayList<>(wanted.constraints());
    indexes = new ArrayList<>(partition.indexes());
    wantedIndexes = new ArrayList<>(wanted.indexes());
    QualifiedName name = whole.to().name();
    ConstraintComparator.compare(whole.from(), whole.to()).forEach(this::constraint);
    IndexComparator.compare(name, whole.from().indexes(), whole.to().indexes())
        .forEach(this::index);
  }

  private void constraint(Operation operation) {
    if (operation instanceof ConstraintOperation.Drop drop) {
      take(constraints, drop.constraint())
          .ifPresent(
              each -> operations.add(new ConstraintOperation.LoseTwin(partition.name(), each)));
    } else if (operation instanceof ConstraintOperation.Add add) {
      take(wantedConstraints, add.constraint())
          .ifPresent(
              each -> operations.add(new ConstraintOperation.AddTwin(partition.name(), each)));
    }
  }

  private static Optional<Constraint> take(List<Constraint> free, Constraint like) {
    Optional<Constraint> found =
        free.stream()
            .filter(each -> each.getClass() == like.getClass())
            .filter(
                each ->
                    ConstraintComparator.content(each).equals(ConstraintComparator.content(like)))
            .findFirst();
    found.ifPresent(free::remove);
    return found;
  }

  private void index(Operation operation) {
    if (operation instanceof IndexOperation.Drop drop) {
      take(indexes, drop.index())
          .ifPresent(each -> operations.add(new IndexOperation.LoseTwin(partition.name(), each)));
    } else if (operation instanceof IndexOperation.Create create) {
      take(wantedIndexes, create.index())
          .ifPresent(each -> operations.add(new IndexOperation.AddTwin(partition.name(), each)));
    }
  }

  private static Optional<Index> take(List<Index> free, Index like) {
    Optional<Index> found =
        free.stream()
            .filter(Index::attached)
            .filter(
                each ->
                    IndexComparator.content(each)
                        .equals(IndexComparator.content(like.withAttached(true))))
            .findFirst();
    found.ifPresent(free::remove);
    return found;
  }

  List<Operation> operations() {
    return operations;
  }

  /** The partition without what goes with its whole. */
  Table database() {
    return partition.withConstraints(constraints).withIndexes(indexes);
  }

  /** The partition of the model without what comes with its whole. */
  Table model() {
    return wanted.withConstraints(wantedConstraints).withIndexes(wantedIndexes);
  }
}
