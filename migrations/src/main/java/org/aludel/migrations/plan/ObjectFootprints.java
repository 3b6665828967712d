package org.aludel.migrations.plan;

import org.aludel.migrations.operation.ObjectOperation;
import org.aludel.schema.CompositeType;
import org.aludel.schema.ObjectKind;
import org.aludel.schema.ObjectReference;
import org.aludel.schema.QualifiedName;
import org.aludel.schema.RangeType;
import org.aludel.schema.SchemaObject;
import org.aludel.schema.View;

/** The footprint of each operation on an object; what it needs is recorded by the server. */
final class ObjectFootprints implements ObjectOperation.Visitor<Footprint> {
  @Override
  public Footprint visitCreate(ObjectOperation.Create operation) {
    return made(operation.object());
  }

  @Override
  public Footprint visitDrop(ObjectOperation.Drop operation) {
    return made(operation.object()).inverse();
  }

  @Override
  public Footprint visitReplace(ObjectOperation.Replace operation) {
    return new Footprint().alters(Resource.of(operation.to().reference()));
  }

  @Override
  public Footprint visitComment(ObjectOperation.Comment operation) {
    Footprint footprint = new Footprint();
    RecordedNeeds.of(operation.on()).forEach(footprint::uses);
    return footprint;
  }

  /** Placed by hand. */
  @Override
  public Footprint visitCheckBodies(ObjectOperation.CheckBodies operation) {
    return new Footprint();
  }

  /** The old name is only freed: what speaks of it afterwards means another object. */
  @Override
  public Footprint visitRename(ObjectOperation.Rename operation) {
    Footprint footprint = new Footprint();
    Footprint left = named(operation.from());
    left.takes().forEach(footprint::frees);
    left.uses().forEach(footprint::releases);
    Footprint gained = named(operation.to());
    gained.creates().forEach(footprint::creates);
    gained.takes().forEach(footprint::takes);
    gained.uses().forEach(footprint::uses);
    return footprint;
  }

  private static Footprint named(ObjectReference reference) {
    Footprint footprint = new Footprint().creates(Resource.of(reference));
    if (reference.kind() != ObjectKind.SCHEMA) {
      TableFootprint.uses(footprint, reference.name());
    }
    if (reference.kind().isPart()) {
      RecordedNeeds.of(reference).stream()
          .filter(each -> !each.equals(Resource.of(reference)))
          .forEach(footprint::uses);
    }
    boolean type = Resource.of(reference).kind() == Resource.Kind.TYPE;
    boolean relation =
        reference.kind() == ObjectKind.COMPOSITE_TYPE
            || reference.kind() == ObjectKind.VIEW
            || reference.kind() == ObjectKind.MATERIALIZED_VIEW;
    if (relation) {
      footprint.takes(Resource.of(Resource.Kind.RELATION_NAME, reference.name()));
    }
    return type || relation
        ? footprint.takes(Resource.of(Resource.Kind.TYPE_NAME, reference.name()))
        : footprint;
  }

  private static Footprint made(SchemaObject object) {
    ObjectReference reference = object.reference();
    Footprint footprint = new Footprint().creates(Resource.of(reference)).uses(Resource.EXTENSIONS);
    TableFootprint.uses(footprint, reference.name());
    if (reference.kind().isPart()) {
      RecordedNeeds.of(reference).stream()
          .filter(each -> !each.equals(Resource.of(reference)))
          .forEach(footprint::uses);
    }
    if (object instanceof View || object instanceof CompositeType) {
      footprint.takes(Resource.of(Resource.Kind.RELATION_NAME, reference.name()));
    }
    if (object instanceof RangeType range) {
      QualifiedName multirange = TypeExchange.multirange(range);
      footprint
          .creates(Resource.of(Resource.Kind.TYPE, multirange))
          .takes(Resource.of(Resource.Kind.TYPE_NAME, multirange));
    }
    if (object instanceof View view) {
      view.indexes()
          .forEach(
              each ->
                  footprint.takes(
                      Resource.of(
                          Resource.Kind.RELATION_NAME,
                          ObjectReference.index(view.name(), each.name().text()).name())));
    }
    return object instanceof View || Resource.of(reference).kind() == Resource.Kind.TYPE
        ? footprint.takes(Resource.of(Resource.Kind.TYPE_NAME, reference.name()))
        : footprint;
  }
}
