package org.aludel.migrations.handover;

import java.util.HashSet;
import java.util.Set;
import org.aludel.schema.MetaData;
import org.aludel.schema.ObjectReference;

/** What is there for old names alone, which no model states and none keeps. */
public final class Transitional {
  private Transitional() {}

  /** A schema without triggers and functions that keep columns in step, and without old views. */
  public static MetaData without(MetaData schema) {
    Set<ObjectReference> gone = new HashSet<>();
    for (TwoNames pair : TwoNames.in(schema)) {
      gone.add(pair.triggerReference());
      gone.add(pair.functionReference());
    }
    schema.views().stream().filter(OldTable::isOne).forEach(each -> gone.add(each.reference()));
    if (gone.isEmpty()) {
      return schema;
    }
    return schema
        .copy()
        .views(schema.views().stream().filter(each -> !gone.contains(each.reference())).toList())
        .definedObjects(
            schema.definedObjects().stream()
                .filter(each -> !gone.contains(each.reference()))
                .toList())
        .grants(schema.grants().stream().filter(each -> !gone.contains(each.on())).toList())
        .build();
  }
}
