package org.aludel.migrations.compare;

import java.util.Locale;
import java.util.Objects;
import org.aludel.migrations.extension.ComparedName;
import org.aludel.schema.CheckConstraint;
import org.aludel.schema.Constraint;
import org.aludel.schema.ExcludeConstraint;
import org.aludel.schema.ForeignKey;
import org.aludel.schema.ObjectKind;
import org.aludel.schema.ObjectReference;
import org.aludel.schema.PrimaryKey;
import org.aludel.schema.QualifiedName;

/** Names of objects as extensions get them: kinds in words, the default schema by its name. */
record ComparedNames(String defaultSchema) {
  ComparedName schema(String name) {
    return new ComparedName("schema", name, null, null);
  }

  ComparedName whole(ObjectKind kind, QualifiedName name) {
    return switch (kind) {
      case SCHEMA, EXTENSION, PUBLICATION, EVENT_TRIGGER, FOREIGN_DATA_WRAPPER, FOREIGN_SERVER ->
          new ComparedName(word(kind), name.name(), null, null);
      default -> new ComparedName(word(kind), name.name(), schemaOf(name), null);
    };
  }

  ComparedName part(String kind, QualifiedName owner, String part) {
    return new ComparedName(kind, part, schemaOf(owner), owner.name());
  }

  /** Parts with their owner, routines with the types that they take. */
  ComparedName of(ObjectReference reference) {
    if (reference.kind().isPart()) {
      return part(word(reference.kind()), reference.name(), reference.part());
    }
    ComparedName whole = whole(reference.kind(), reference.name());
    return reference.kind().isOverloaded()
        ? new ComparedName(
            whole.kind(),
            whole.name() + "(" + reference.part() + ")",
            whole.schema(),
            whole.table())
        : whole;
  }

  String schemaOf(QualifiedName name) {
    return Objects.requireNonNullElse(name.schema(), defaultSchema);
  }

  static String word(ObjectKind kind) {
    return kind.name().toLowerCase(Locale.ROOT);
  }

  static String word(Constraint constraint) {
    if (constraint instanceof PrimaryKey) {
      return "primary_key";
    }
    if (constraint instanceof ForeignKey) {
      return "foreign_key_constraint";
    }
    if (constraint instanceof CheckConstraint) {
      return "check_constraint";
    }
    return constraint instanceof ExcludeConstraint ? "exclude_constraint" : "unique_constraint";
  }
}
