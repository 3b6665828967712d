package org.aludel.migrations.compare;

import org.aludel.schema.ObjectKind;
import org.aludel.schema.ObjectReference;
import org.aludel.schema.QualifiedName;

/**
 * One object by kind and name.
 *
 * @param object its name; for a part of a table that of the table
 * @param part the column, constraint, index, trigger and the like, or the types that a routine
 *     takes; empty for other kinds
 */
public record ObjectName(ObjectKind kind, QualifiedName object, String part) {
  public static ObjectName of(ObjectKind kind, QualifiedName name) {
    return new ObjectName(kind, name, "");
  }

  public static ObjectName part(ObjectKind kind, QualifiedName table, String part) {
    return new ObjectName(kind, table, part);
  }

  public static ObjectName of(ObjectReference reference) {
    return new ObjectName(reference.kind(), reference.name(), reference.part());
  }

  /**
   * As a person writes it: {@code user_account}, {@code user_account.nick}, {@code total(text)}.
   */
  public String text() {
    if (kind == ObjectKind.INDEX) {
      return part.isEmpty() ? object.toString() : object + "." + part;
    }
    return reference().asUncovered().name().toString();
  }

  /** The same object; an index goes without its table there. */
  ObjectReference reference() {
    return new ObjectReference(kind, object, part);
  }

  /** The kind as patterns such as {@code table:qrtz_*} spell it; any kind of type is a type. */
  String word() {
    return switch (kind) {
      case ENUM, DOMAIN, COMPOSITE_TYPE, RANGE_TYPE -> "type";
      case MATERIALIZED_VIEW -> "view";
      case DOMAIN_CONSTRAINT -> "constraint";
      case STATISTICS_OBJECT -> "statistics";
      case TEXT_SEARCH_DICTIONARY, TEXT_SEARCH_CONFIGURATION -> "text_search";
      default -> kind.label().replace(' ', '_');
    };
  }

  @Override
  public String toString() {
    return kind.label() + " " + text();
  }
}
