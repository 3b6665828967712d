package org.aludel.orm.mapping;

/** A persistent attribute of a mapped class. */
public sealed interface Property permits BasicProperty, Relationship {
  /** The attribute's name, which is the field's. */
  String name();

  /** Its number in the generated access; see {@link org.aludel.instrument.EntityAccess}. */
  int slot();
}
