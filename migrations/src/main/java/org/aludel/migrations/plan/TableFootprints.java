package org.aludel.migrations.plan;

import org.aludel.migrations.operation.TableOperation;

/** The footprint of each operation on a table. */
record TableFootprints(TableFootprint tables) implements TableOperation.Visitor<Footprint> {
  @Override
  public Footprint visitCreate(TableOperation.Create operation) {
    return tables.table(operation.table(), operation.owned());
  }

  @Override
  public Footprint visitDrop(TableOperation.Drop operation) {
    return tables.table(operation.table(), operation.owned()).inverse();
  }

  /** The old name is only freed: what speaks of it afterwards means another table. */
  @Override
  public Footprint visitRename(TableOperation.Rename operation) {
    Footprint footprint =
        new Footprint()
            .creates(Resource.of(Resource.Kind.TABLE, operation.to()))
            .takes(Resource.of(Resource.Kind.RELATION_NAME, operation.to()))
            .takes(Resource.of(Resource.Kind.TYPE_NAME, operation.to()))
            .frees(Resource.of(Resource.Kind.RELATION_NAME, operation.from()))
            .frees(Resource.of(Resource.Kind.TYPE_NAME, operation.from()));
    TableFootprint.uses(footprint, operation.to());
    Footprint left = new Footprint();
    TableFootprint.uses(left, operation.from());
    left.uses().forEach(footprint::releases);
    return footprint;
  }
}
