package org.aludel.migrations.compare;

import java.util.HashSet;
import java.util.Set;
import org.aludel.schema.MetaData;
import org.aludel.schema.ObjectKind;
import org.aludel.schema.ObjectReference;
import org.aludel.schema.QualifiedName;
import org.aludel.schema.SchemaObject;
import org.aludel.schema.Sequence;
import org.aludel.schema.Table;
import org.aludel.schema.View;

/** All that a schema holds and somebody may have privileges on. */
final class ReferencedObjects {
  private final Set<ObjectReference> references = new HashSet<>();
  private final Set<String> missing = new HashSet<>();

  /**
   * @param other the other side: a schema that neither creates is in every database
   */
  ReferencedObjects(MetaData side, MetaData other) {
    other.namespaces().stream()
        .filter(each -> !each.inEveryDatabase())
        .forEach(each -> missing.add(each.name()));
    side.namespaces().forEach(each -> missing.remove(each.name()));
    side.enums().forEach(each -> references.add(ObjectReference.of(ObjectKind.ENUM, each.name())));
    for (Sequence sequence : side.sequences()) {
      references.add(ObjectReference.of(ObjectKind.SEQUENCE, sequence.name()));
    }
    side.tables().forEach(root -> root.tree().forEach(this::add));
    side.objects().forEach(this::add);
  }

  private void add(Table table) {
    references.add(table.reference());
    table.columns().forEach(each -> addColumn(table.name(), each.name()));
  }

  private void add(SchemaObject object) {
    references.add(object.reference());
    if (object instanceof View view) {
      view.columns().forEach(each -> addColumn(view.name(), each.name()));
    }
  }

  private void addColumn(QualifiedName owner, String column) {
    references.add(ObjectReference.column(owner, column));
  }

  boolean contains(ObjectReference reference) {
    return switch (reference.kind()) {
      case DEFAULT_PRIVILEGES -> true;
      case SCHEMA -> !missing.contains(reference.name().name());
      default -> references.contains(reference);
    };
  }
}
