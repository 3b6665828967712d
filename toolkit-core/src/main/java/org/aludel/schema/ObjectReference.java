package org.aludel.schema;

import java.util.Comparator;

/**
 * The identity of an object or of a part of one, whatever its kind. Comparable: by kind, in the
 * order in which a database is filled, then by name and part.
 *
 * @param name its own name; for a part that of the table, view or domain that it belongs to; for a
 *     cast {@code source AS target}; for default privileges the schema, if any, and the role
 * @param part the name of a column, constraint, trigger, rule or policy; the types that a routine,
 *     aggregate or operator takes, as {@code integer, text}; the access method of an operator class
 *     or family; the class of objects of default privileges; empty for all others
 */
public record ObjectReference(ObjectKind kind, QualifiedName name, String part)
    implements Comparable<ObjectReference> {
  private static final Comparator<ObjectReference> ORDER =
      Comparator.comparing(ObjectReference::kind)
          .thenComparing(ObjectReference::name)
          .thenComparing(ObjectReference::part);

  /** An object that its kind and name identify. */
  public static ObjectReference of(ObjectKind kind, QualifiedName name) {
    return new ObjectReference(kind, name, "");
  }

  public static ObjectReference table(QualifiedName name) {
    return of(ObjectKind.TABLE, name);
  }

  /** A column of a table or view: its default or expression too, where that depends on others. */
  public static ObjectReference column(QualifiedName table, String column) {
    return new ObjectReference(ObjectKind.COLUMN, table, column);
  }

  public static ObjectReference constraint(QualifiedName table, String constraint) {
    return new ObjectReference(ObjectKind.CONSTRAINT, table, constraint);
  }

  /** An index, which is in the schema of its table. */
  public static ObjectReference index(QualifiedName table, String index) {
    return of(ObjectKind.INDEX, new QualifiedName(table.schema(), index));
  }

  /** As listed among what is not covered or not compared. */
  public UncoveredObject asUncovered() {
    return new UncoveredObject(kind.label(), new QualifiedName(name.schema(), identity()));
  }

  /** Whether this is a part of an object of that name, such as a column of that table. */
  public boolean isPartOf(QualifiedName owner) {
    return kind.isPart() && name.equals(owner);
  }

  private String identity() {
    if (part.isEmpty() && !kind.isOverloaded()) {
      return name.name();
    }
    if (kind.isPart()) {
      return name.name() + "." + part;
    }
    if (kind.isOverloaded()) {
      return name.name() + "(" + part + ")";
    }
    return name.name() + (kind == ObjectKind.DEFAULT_PRIVILEGES ? " on " : " using ") + part;
  }

  @Override
  public int compareTo(ObjectReference other) {
    return ORDER.compare(this, other);
  }

  /** Such as {@code function shop.total(integer, text)}; never SQL. */
  @Override
  public String toString() {
    return kind.label() + " " + asUncovered().name();
  }
}
