package org.aludel.schema;

import org.jspecify.annotations.Nullable;

/**
 * An object that stands beside the tables and is created by one definition: a type, a view, or one
 * that is handled by its definition as a whole.
 */
public sealed interface SchemaObject permits CompositeType, DefinedObject, Domain, RangeType, View {
  /** The answer of the visitor for this kind of object. */
  <R> R accept(Visitor<R> visitor);

  /** One method a kind. */
  interface Visitor<R> {
    R visitComposite(CompositeType object);

    R visitDefined(DefinedObject object);

    R visitDomain(Domain object);

    R visitRange(RangeType object);

    R visitView(View object);
  }

  ObjectReference reference();

  @Nullable String comment();
}
