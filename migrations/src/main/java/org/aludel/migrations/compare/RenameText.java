package org.aludel.migrations.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.aludel.schema.MetaData;
import org.aludel.schema.ObjectKind;
import org.aludel.schema.ObjectReference;
import org.aludel.schema.QualifiedName;
import org.aludel.schema.SchemaObject;

/**
 * A rename as a person writes it: {@code a:b}, {@code a.b:c}, {@code a.b.c:d}, {@code f(text):g},
 * and {@code type:a:b} where the name alone does not tell the kind.
 *
 * @param word the kind as patterns spell it, or empty
 * @param from empty where the text is no rename
 */
record RenameText(String text, String word, String from, String to, String defaultSchema) {
  private static final List<ObjectKind> WHOLE =
      List.of(
          ObjectKind.ENUM,
          ObjectKind.DOMAIN,
          ObjectKind.COMPOSITE_TYPE,
          ObjectKind.RANGE_TYPE,
          ObjectKind.COLLATION,
          ObjectKind.VIEW,
          ObjectKind.MATERIALIZED_VIEW,
          ObjectKind.STATISTICS_OBJECT,
          ObjectKind.TEXT_SEARCH_DICTIONARY,
          ObjectKind.TEXT_SEARCH_CONFIGURATION,
          ObjectKind.FOREIGN_DATA_WRAPPER,
          ObjectKind.FOREIGN_SERVER,
          ObjectKind.PUBLICATION,
          ObjectKind.EVENT_TRIGGER);
  private static final List<ObjectKind> PARTS =
      List.of(
          ObjectKind.TRIGGER,
          ObjectKind.RULE,
          ObjectKind.POLICY,
          ObjectKind.COLUMN,
          ObjectKind.DOMAIN_CONSTRAINT);

  static RenameText of(String text, String defaultSchema) {
    int last = text.lastIndexOf(':');
    if (last < 1 || last == text.length() - 1) {
      return new RenameText(text, "", "", "", defaultSchema);
    }
    int first = text.indexOf(':');
    String word = first < last ? text.substring(0, first).trim() : "";
    String from = text.substring(first < last ? first + 1 : 0, last).trim();
    return new RenameText(text, word, from, text.substring(last + 1).trim(), defaultSchema);
  }

  /** The text as each kind that it may be of. */
  List<RenameHint> readings(MetaData database, MetaData model) {
    if (from.isEmpty()) {
      return List.of();
    }
    List<RenameHint> readings = new ArrayList<>(wholes());
    readings.addAll(routines(database, model));
    int dot = name().lastIndexOf('.');
    if (dot > 0 && dot < from.length() - 1) {
      readings.addAll(parts(qualified(from.substring(0, dot)), from.substring(dot + 1)));
    }
    return readings.stream().filter(each -> word.isEmpty() || word.equals(word(each))).toList();
  }

  /** Whether it names no part of anything, such as a column. */
  boolean isWhole() {
    return !name().contains(".");
  }

  /**
   * The same text by the new name of the table that holds the column, where it says the old one.
   *
   * @param renamed tables that have their new names by now
   */
  RenameText following(List<RenameHint.OfTable> renamed) {
    int dot = from.lastIndexOf('.');
    if (dot < 1) {
      return this;
    }
    QualifiedName owner = qualified(from.substring(0, dot));
    for (RenameHint.OfTable each : renamed) {
      if (each.from().equals(owner)) {
        String then = each.to() + from.substring(dot);
        String whole = (word.isEmpty() ? "" : word + ":") + then + ":" + to;
        return new RenameText(whole, word, then, to, defaultSchema);
      }
    }
    return this;
  }

  private List<RenameHint> wholes() {
    QualifiedName whole = qualified(name());
    QualifiedName target = target(whole);
    List<RenameHint> readings = new ArrayList<>();
    readings.add(new RenameHint.OfTable(whole, target));
    readings.add(new RenameHint.OfSequence(whole, target));
    for (ObjectKind kind : WHOLE) {
      readings.add(object(ObjectReference.of(kind, whole), ObjectReference.of(kind, target)));
    }
    if (whole.schema() == null && target.schema() == null && !whole.name().equals(defaultSchema)) {
      readings.add(
          object(
              ObjectReference.of(ObjectKind.SCHEMA, whole),
              ObjectReference.of(ObjectKind.SCHEMA, target)));
    }
    return readings;
  }

  /** Those that have one of the two names on one of the sides, with the types that are written. */
  private List<RenameHint> routines(MetaData database, MetaData model) {
    QualifiedName whole = qualified(name());
    QualifiedName target = target(whole);
    String types =
        from.endsWith(")") ? from.substring(from.indexOf('(') + 1, from.length() - 1) : "";
    return Stream.concat(database.objects().stream(), model.objects().stream())
        .map(SchemaObject::reference)
        .filter(each -> each.kind().isRoutine() || each.kind() == ObjectKind.AGGREGATE)
        .filter(each -> each.name().equals(whole) || each.name().equals(target))
        .filter(each -> !from.endsWith(")") || each.part().equals(types))
        .map(
            each ->
                object(
                    new ObjectReference(each.kind(), whole, each.part()),
                    new ObjectReference(each.kind(), target, each.part())))
        .distinct()
        .toList();
  }

  private List<RenameHint> parts(QualifiedName owner, String part) {
    List<RenameHint> readings = new ArrayList<>();
    readings.add(new RenameHint.OfColumn(owner, part, to));
    readings.add(new RenameHint.OfEnumValue(owner, part, to));
    for (ObjectKind kind : PARTS) {
      readings.add(
          object(new ObjectReference(kind, owner, part), new ObjectReference(kind, owner, to)));
    }
    return readings;
  }

  private static RenameHint object(ObjectReference from, ObjectReference to) {
    return new RenameHint.OfObject(from, to);
  }

  private QualifiedName target(QualifiedName whole) {
    return to.contains(".") ? qualified(to) : new QualifiedName(whole.schema(), to);
  }

  /** What is renamed without the types that it takes. */
  private String name() {
    int open = from.indexOf('(');
    return open > 0 ? from.substring(0, open) : from;
  }

  /** Objects of the default schema go without it, however a person writes them. */
  private QualifiedName qualified(String text) {
    int dot = text.indexOf('.');
    if (dot < 1 || dot == text.length() - 1) {
      return QualifiedName.of(text);
    }
    String schema = text.substring(0, dot);
    String name = text.substring(dot + 1);
    return schema.equals(defaultSchema) ? QualifiedName.of(name) : new QualifiedName(schema, name);
  }

  private static String word(RenameHint hint) {
    if (hint instanceof RenameHint.OfObject object) {
      return ObjectName.of(object.from()).word();
    }
    if (hint instanceof RenameHint.OfTable) {
      return "table";
    }
    if (hint instanceof RenameHint.OfSequence) {
      return "sequence";
    }
    return hint instanceof RenameHint.OfColumn ? "column" : "label";
  }
}
