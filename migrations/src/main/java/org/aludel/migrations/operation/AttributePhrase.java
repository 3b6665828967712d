package org.aludel.migrations.operation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.aludel.schema.CompositeType;
import org.aludel.schema.ObjectKind;
import org.aludel.schema.ObjectReference;
import org.aludel.schema.SchemaObject;

/** A composite type that only gains or loses attributes, in words that name them. */
final class AttributePhrase {
  private AttributePhrase() {}

  /** Empty for any other change. */
  static Optional<String> of(SchemaObject from, SchemaObject to) {
    return from instanceof CompositeType old && to instanceof CompositeType type
        ? change(old, type)
        : Optional.empty();
  }

  private static Optional<String> change(CompositeType from, CompositeType to) {
    if (to.attributes().containsAll(from.attributes())) {
      return Optional.of("add attribute  " + difference(to, from));
    }
    return from.attributes().containsAll(to.attributes())
        ? Optional.of("drop attribute  " + difference(from, to))
        : Optional.empty();
  }

  private static String difference(CompositeType more, CompositeType less) {
    List<CompositeType.Attribute> others = new ArrayList<>(more.attributes());
    others.removeAll(less.attributes());
    return String.join(", ", others.stream().map(each -> name(more, each)).toList());
  }

  private static String name(CompositeType type, CompositeType.Attribute attribute) {
    ObjectReference reference =
        new ObjectReference(ObjectKind.COLUMN, type.name(), attribute.name());
    return reference.asUncovered().name().toString();
  }
}
