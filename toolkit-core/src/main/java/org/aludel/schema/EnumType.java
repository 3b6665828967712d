package org.aludel.schema;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** An enum type; labels in their sort order. */
public record EnumType(QualifiedName name, List<String> labels, @Nullable String comment) {
  public EnumType {
    labels = List.copyOf(labels);
  }
}
