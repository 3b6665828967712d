package org.aludel.migrations.plan;

import org.aludel.migrations.operation.ConstraintOperation;
import org.aludel.migrations.operation.SchemaWords;
import org.aludel.schema.Constraint;
import org.aludel.schema.PrimaryKey;
import org.aludel.schema.QualifiedName;
import org.aludel.schema.UniqueConstraint;

/** The footprint of each operation on a constraint. */
record ConstraintFootprints(TableFootprint tables)
    implements ConstraintOperation.Visitor<Footprint> {
  @Override
  public Footprint visitAdd(ConstraintOperation.Add operation) {
    return tables.constraint(operation.table(), operation.constraint());
  }

  @Override
  public Footprint visitDrop(ConstraintOperation.Drop operation) {
    return tables.constraint(operation.table(), operation.constraint()).inverse();
  }

  @Override
  public Footprint visitAddTwin(ConstraintOperation.AddTwin operation) {
    return tables.constraint(operation.table(), operation.constraint());
  }

  @Override
  public Footprint visitLoseTwin(ConstraintOperation.LoseTwin operation) {
    return tables.constraint(operation.table(), operation.constraint()).inverse();
  }

  @Override
  public Footprint visitRename(ConstraintOperation.Rename operation) {
    QualifiedName table = operation.table();
    Constraint after = operation.inverse().constraint();
    Footprint footprint = isKey(after) ? beforeTypes(table, after) : inPlace(table, after);
    tables.constraint(table, after).takes().forEach(footprint::takes);
    tables.constraint(table, operation.constraint()).takes().forEach(footprint::frees);
    return footprint;
  }

  @Override
  public Footprint visitValidate(ConstraintOperation.Validate operation) {
    return inPlace(operation.table(), operation.constraint());
  }

  @Override
  public Footprint visitInvalidate(ConstraintOperation.Invalidate operation) {
    return inPlace(operation.table(), operation.constraint());
  }

  private static boolean isKey(Constraint constraint) {
    return constraint instanceof PrimaryKey || constraint instanceof UniqueConstraint;
  }

  /** A change of type builds the keys of partitions anew, under the names that the server gives. */
  private static Footprint beforeTypes(QualifiedName table, Constraint key) {
    Footprint footprint = new Footprint().touches(Resource.of(Resource.Kind.TABLE, table));
    SchemaWords.mentioned(key)
        .forEach(each -> footprint.releases(Resource.of(Resource.Kind.COLUMN, table, each)));
    return footprint;
  }

  /** Behind changes of its columns. */
  private static Footprint inPlace(QualifiedName table, Constraint constraint) {
    Footprint footprint = new Footprint().touches(Resource.of(Resource.Kind.TABLE, table));
    SchemaWords.mentioned(constraint)
        .forEach(each -> footprint.uses(Resource.of(Resource.Kind.COLUMN, table, each)));
    return footprint;
  }
}
