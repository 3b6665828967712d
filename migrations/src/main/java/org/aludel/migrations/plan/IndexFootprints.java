package org.aludel.migrations.plan;

import org.aludel.migrations.operation.IndexOperation;
import org.aludel.migrations.operation.SchemaWords;
import org.aludel.schema.Index;
import org.aludel.schema.ObjectReference;
import org.aludel.schema.QualifiedName;

/** The footprint of each operation on an index. */
record IndexFootprints(TableFootprint tables) implements IndexOperation.Visitor<Footprint> {
  @Override
  public Footprint visitCreate(IndexOperation.Create operation) {
    return tables.index(operation.table(), operation.index());
  }

  @Override
  public Footprint visitDrop(IndexOperation.Drop operation) {
    return tables.index(operation.table(), operation.index()).inverse();
  }

  @Override
  public Footprint visitAlterStatistics(IndexOperation.AlterStatistics operation) {
    return new Footprint()
        .touches(
            Resource.of(ObjectReference.index(operation.table(), operation.to().name().text())));
  }

  @Override
  public Footprint visitAddTwin(IndexOperation.AddTwin operation) {
    return tables.index(operation.table(), operation.index());
  }

  @Override
  public Footprint visitLoseTwin(IndexOperation.LoseTwin operation) {
    return tables.index(operation.table(), operation.index()).inverse();
  }

  @Override
  public Footprint visitRename(IndexOperation.Rename operation) {
    QualifiedName table = operation.table();
    Index after = operation.inverse().index();
    Footprint footprint = new Footprint().touches(Resource.of(Resource.Kind.TABLE, table));
    SchemaWords.mentioned(after)
        .forEach(each -> footprint.uses(Resource.of(Resource.Kind.COLUMN, table, each)));
    tables.index(table, after).takes().forEach(footprint::takes);
    tables.index(table, operation.index()).takes().forEach(footprint::frees);
    return footprint;
  }
}
