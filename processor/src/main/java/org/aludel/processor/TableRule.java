package org.aludel.processor;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;

/** Refuses what the attributes of one entity say together: columns, unique keys, indexes. */
final class TableRule {
  private static final String INDEX = Mirrors.OWN + "IndexDef";

  /** What a session makes when it writes. */
  static final List<String> WRITTEN =
      List.of(
          Mirrors.JAKARTA + "GeneratedValue",
          Mirrors.JAKARTA + "Version",
          Mirrors.OWN + "CreatedAt",
          Mirrors.OWN + "UpdatedAt");

  private final TypeElement entity;
  private final List<TypeElement> classes;
  private final List<AttributeModel> attributes;
  private final Refusals refusals;
  private final List<String> columns = new ArrayList<>();

  /**
   * A rule for one entity.
   *
   * @param attributes in the order of declaration
   */
  TableRule(
      TypeElement entity,
      List<TypeElement> classes,
      List<AttributeModel> attributes,
      Refusals refusals) {
    this.entity = entity;
    this.classes = classes;
    this.attributes = attributes;
    this.refusals = refusals;
  }

  void check() {
    checkColumns();
    checkVersions();
    checkView();
    checkCollections();
    for (AnnotationMirror table :
        Mirrors.find(entity, Mirrors.JAKARTA + "Table").stream().toList()) {
      Mirrors.nested(table, "uniqueConstraints").forEach(this::checkUnique);
      Mirrors.nested(table, "indexes").forEach(this::checkListed);
    }
    for (TypeElement each : classes) {
      Mirrors.findAll(each, INDEX, INDEX + ".List")
          .forEach(index -> checkIndex(entity, Mirrors.place(entity), index, false));
    }
    for (AttributeModel attribute : attributes) {
      Mirrors.findAll(attribute.field(), INDEX, INDEX + ".List")
          .forEach(index -> checkIndex(attribute.field(), place(attribute), index, true));
    }
  }

  private static String place(AttributeModel attribute) {
    Element owner = attribute.field().getEnclosingElement();
    return (owner instanceof TypeElement type ? Mirrors.place(type) : attribute.declaredIn())
        + "."
        + attribute.name();
  }

  private void checkColumns() {
    Map<String, String> places = new HashMap<>();
    for (AttributeModel attribute : attributes) {
      if (attribute.basic()) {
        add(places, attribute, attribute.column());
      } else if (attribute.kind() == AttributeModel.Kind.TO_ONE && !shared(attribute)) {
        link(attribute).keys().forEach(key -> add(places, attribute, key.column()));
      }
    }
  }

  private void add(Map<String, String> places, AttributeModel attribute, String column) {
    String other = places.putIfAbsent(column, place(attribute));
    if (other == null && !attribute.expression()) {
      columns.add(column);
    } else if (other != null) {
      refusals.add("column-twice", attribute.field(), place(attribute), column, other);
    }
  }

  /** Whether the key's columns are those of other attributes, which then must not both write. */
  private boolean shared(AttributeModel reference) {
    LinkModel link = link(reference);
    List<AttributeModel> others = new ArrayList<>();
    for (LinkModel.Key key : link.keys()) {
      attributes.stream()
          .filter(one -> one.basic() && !one.expression())
          .filter(one -> one.column().equals(key.column()))
          .findFirst()
          .ifPresent(others::add);
    }
    if (others.isEmpty()) {
      return false;
    }
    boolean bothWrite = link.written() && others.stream().anyMatch(TableRule::written);
    boolean whole = others.size() == link.keys().size();
    if (bothWrite || !whole) {
      refusals.add(
          bothWrite ? "both-write" : "key-in-part",
          reference.field(),
          place(reference),
          others.get(0).column(),
          place(others.get(0)));
    }
    return whole;
  }

  private static boolean written(AttributeModel basic) {
    boolean always =
        Mirrors.find(basic.field(), Mirrors.OWN + "IdentityOptions")
            .map(one -> Mirrors.text(one, "always").equals("true"))
            .orElse(false);
    if (always || Mirrors.has(basic.field(), Mirrors.OWN + "Computed")) {
      return false;
    }
    return Mirrors.find(basic.field(), Mirrors.JAKARTA + "Column")
        .map(
            column ->
                Mirrors.unlessFalse(column, "insertable")
                    || (Mirrors.unlessFalse(column, "updatable") && !basic.id()))
        .orElse(true);
  }

  private static LinkModel link(AttributeModel attribute) {
    return Objects.requireNonNull(attribute.link());
  }

  /** What a session would make when it writes. */
  private void checkView() {
    if (!Mirrors.has(Inheritance.root(entity), InheritanceRule.VIEW)) {
      return;
    }
    for (AttributeModel attribute : attributes) {
      for (String written : WRITTEN) {
        if (attribute.basic() && Mirrors.has(attribute.field(), written)) {
          String text = "@" + MappingRules.simple(written);
          refusals.add("view-member", attribute.field(), place(attribute), text);
        }
      }
    }
  }

  private void checkVersions() {
    long versions =
        attributes.stream()
            .filter(one -> Mirrors.has(one.field(), Mirrors.JAKARTA + "Version"))
            .count();
    if (versions > 1) {
      refusals.add("versions", entity, Mirrors.place(entity), String.valueOf(versions));
    }
  }

  /** What owns a table between names itself, which its mirror in the same class names too. */
  private boolean isMirror(AttributeModel attribute) {
    boolean other =
        attribute.kind() == AttributeModel.Kind.TO_MANY
            || attribute.kind() == AttributeModel.Kind.INVERSE_TO_ONE;
    VariableElement field = attribute.field();
    return other
        && !AttributeKind.mappedBy(new AttributeField(entity, field, field.asType())).isEmpty();
  }

  private void checkCollections() {
    Set<String> seen = new HashSet<>();
    for (AttributeModel attribute : attributes) {
      if (isMirror(attribute)
          && !seen.add(link(attribute).reference() + " " + attribute.elementType())) {
        String reference = link(attribute).reference();
        refusals.add(
            "mapped-by-twice",
            attribute.field(),
            place(attribute),
            reference.substring(reference.indexOf('.') + 1));
      }
    }
  }

  private void checkUnique(AnnotationMirror unique) {
    for (String written : Mirrors.texts(unique, "columnNames")) {
      String name = AttributeInspector.exact(written);
      if (!columns.contains(name)) {
        refuse("unique-column", entity, Mirrors.place(entity), name);
        return;
      }
    }
  }

  private void refuse(String fault, Element element, String place, String column) {
    String near = NearName.phrase(column, columns);
    refusals.add(fault, element, place, column, near, String.join(", ", columns));
  }

  /** An index of {@code @Table(indexes)}: names with ASC or DESC, separated by commas. */
  private void checkListed(AnnotationMirror index) {
    String place = Mirrors.place(entity);
    for (String term : Mirrors.text(index, "columnList").split(",", -1)) {
      String[] words = term.strip().split("\\s+", -1);
      String direction = words.length == 2 ? words[1].toUpperCase(Locale.ROOT) : "ASC";
      String name = AttributeInspector.exact(words[0]);
      if (!columns.contains(name)) {
        refuse("index-column", entity, place, name);
        return;
      }
      if (words.length > 2 || !List.of("ASC", "DESC").contains(direction)) {
        refusals.add("index-term", entity, place, term.strip());
        return;
      }
    }
  }

  private void checkIndex(Element element, String place, AnnotationMirror index, boolean own) {
    List<AnnotationMirror> keys = Mirrors.nested(index, "keys");
    List<String> given = Mirrors.texts(index, "columns");
    boolean plain = !given.isEmpty() || (own && keys.isEmpty());
    if (plain == !keys.isEmpty()) {
      refusals.add("index-keys", element, place, keys.isEmpty() ? "no keys" : "columns and keys");
      return;
    }
    List<String> named = new ArrayList<>(given);
    keys.stream()
        .map(key -> Mirrors.text(key, "column"))
        .filter(name -> !name.isEmpty())
        .forEach(named::add);
    for (String name : named) {
      if (!columns.contains(name)) {
        refuse("index-column", element, place, name);
        return;
      }
    }
    Mirrors.texts(index, "include").stream()
        .filter(name -> !columns.contains(name))
        .findFirst()
        .ifPresent(name -> refuse("index-column", element, place, name));
  }
}
