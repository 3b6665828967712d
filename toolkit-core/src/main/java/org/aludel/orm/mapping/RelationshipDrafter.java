package org.aludel.orm.mapping;

import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.aludel.instrument.AnnotationValues;
import org.aludel.instrument.Annotations;
import org.aludel.instrument.FieldModel;
import org.aludel.instrument.FieldModel.Nullness;
import org.aludel.instrument.MappingClass;
import org.aludel.orm.collection.WriteOnlyCollection;
import org.jspecify.annotations.Nullable;

/** Reads an attribute that refers to other entities. */
final class RelationshipDrafter {
  static final Set<Class<?>> COLLECTIONS =
      Set.of(List.class, Set.class, Collection.class, Map.class, WriteOnlyCollection.class);

  /** What has no meaning for a collection that is never loaded, as messages name it. */
  private static final Map<String, String> WRITE_ONLY_STRAYS =
      new TreeMap<>(
          Map.of(Words.LOAD, "@Load", Words.ORDER_BY, "@OrderBy", Words.VIEW_ONLY, "@ViewOnly"));

  private static final Map<String, Cascade> CASCADES =
      Map.of(
          "PERSIST", Cascade.SAVE_UPDATE,
          "MERGE", Cascade.MERGE,
          "REMOVE", Cascade.DELETE,
          "REFRESH", Cascade.REFRESH_EXPIRE,
          "DETACH", Cascade.EXPUNGE);

  private final Faults faults;

  RelationshipDrafter(Faults faults) {
    this.faults = faults;
  }

  EntityDraft.Reference manyToOne(FieldModel field) {
    return reference(field, said(field, Words.MANY_TO_ONE), Relationship.Kind.MANY_TO_ONE);
  }

  /** The side with the foreign key. */
  EntityDraft.Reference oneToOne(FieldModel field) {
    return reference(field, said(field, Words.ONE_TO_ONE), Relationship.Kind.ONE_TO_ONE);
  }

  /** The side without, whose rows do not tell what it holds: it is loaded with its owner. */
  EntityDraft.@Nullable Collection inverseOneToOne(FieldModel field) {
    AnnotationValues said = said(field, Words.ONE_TO_ONE);
    checkTarget(field, said, field.type());
    boolean optional = said.flag("optional", true) && field.nullness() != Nullness.NON_NULL;
    if (load(field, LoadStrategy.SELECT_IN) != LoadStrategy.SELECT_IN) {
      refuse(field, "inverse-load", field.annotations().find(Words.LOAD).orElseThrow().toString());
      return null;
    }
    return new EntityDraft.Collection(
        field,
        terms(said, field.type(), Relationship.Kind.ONE_TO_ONE, LoadStrategy.SELECT_IN, optional),
        said.text("mappedBy", ""),
        List.of(),
        "");
  }

  private EntityDraft.Reference reference(
      FieldModel field, AnnotationValues said, Relationship.Kind kind) {
    checkTarget(field, said, field.type());
    List<AnnotationValues> joins = joinColumns(field.annotations());
    boolean required =
        !said.flag("optional", true)
            || joins.stream().anyMatch(join -> !join.flag("nullable", true));
    if (required && field.nullness() == Nullness.NULLABLE) {
      invalid(
          field,
          "@Nullable together with nullable = false or optional = false",
          "annotations that agree",
          "remove one of them");
    }
    boolean optional = !required && field.nullness() != Nullness.NON_NULL;
    return new EntityDraft.Reference(
        field, terms(said, field.type(), kind, load(field, LoadStrategy.LAZY), optional), joins);
  }

  EntityDraft.@Nullable Collection collection(FieldModel field) {
    AnnotationValues said = said(field, Words.ONE_TO_MANY);
    Class<?> target = MapKeys.element(field);
    if (!COLLECTIONS.contains(field.type()) || target == null) {
      refuse(field, "collection", field.typeName());
      return null;
    }
    checkTarget(field, said, target);
    String mappedBy = said.text("mappedBy", "");
    List<AnnotationValues> joins = joinColumns(field.annotations());
    if (mappedBy.isEmpty() && joins.isEmpty()) {
      refuse(field, "mapped-by", Faults.place(target, null));
      return null;
    }
    if (refusedWriteOnly(field, said) || PositionRule.refuses(field, "", faults)) {
      return null;
    }
    // To-many is lazy in JPA too, so EAGER was asked for; a second SELECT is what it costs here.
    boolean eager = said.text("fetch", "LAZY").equals("EAGER");
    LoadStrategy load = load(field, eager ? LoadStrategy.SELECT_IN : LoadStrategy.LAZY);
    return new EntityDraft.Collection(
        field,
        terms(said, target, Relationship.Kind.ONE_TO_MANY, load, true),
        mappedBy,
        joins,
        field.annotations().find(Words.ORDER_BY).map(one -> one.text("value", "")).orElse(""));
  }

  EntityDraft.@Nullable Many many(FieldModel field) {
    boolean many = field.annotations().has(Words.MANY_TO_MANY);
    AnnotationValues said = said(field, many ? Words.MANY_TO_MANY : Words.ONE_TO_MANY);
    Class<?> target = MapKeys.element(field);
    if (!COLLECTIONS.contains(field.type()) || target == null) {
      refuse(field, many ? "many-class" : "collection", field.typeName());
      return null;
    }
    checkTarget(field, said, target);
    String mappedBy = said.text("mappedBy", "");
    if (refusedWriteOnly(field, said)
        || refusedBetween(field, said, mappedBy)
        || PositionRule.refuses(field, mappedBy, faults)) {
      return null;
    }
    boolean eager = said.text("fetch", "LAZY").equals("EAGER");
    LoadStrategy load = load(field, eager ? LoadStrategy.SELECT_IN : LoadStrategy.LAZY);
    return new EntityDraft.Many(
        field,
        terms(said, target, Relationship.Kind.MANY_TO_MANY, load, true),
        mappedBy,
        field.annotations().find(Words.ORDER_BY).map(one -> one.text("value", "")).orElse(""));
  }

  /** Whether a fault was added for what a table between does not go with. */
  private boolean refusedBetween(FieldModel field, AnnotationValues said, String mappedBy) {
    Annotations annotations = field.annotations();
    boolean cascades = !said.texts("cascade").isEmpty();
    if (said.flag("orphanRemoval", false)) {
      refuse(field, "join-table-orphans", "");
    } else if (annotations.has(Words.VIEW_ONLY) && (cascades || !mappedBy.isEmpty())) {
      refuse(field, "view-only", mappedBy.isEmpty() ? "cascade" : "mappedBy");
    } else if (annotations.has(Words.JOIN_TABLE) && !mappedBy.isEmpty()) {
      refuse(field, "join-table", mappedBy);
    } else {
      return false;
    }
    return true;
  }

  /** Whether a fault was added for what a collection that is never loaded cannot honour. */
  private boolean refusedWriteOnly(FieldModel field, AnnotationValues said) {
    if (field.type() != WriteOnlyCollection.class) {
      return false;
    }
    Annotations annotations = field.annotations();
    String found =
        WRITE_ONLY_STRAYS.keySet().stream()
            .filter(annotations::has)
            .map(WRITE_ONLY_STRAYS::get)
            .findFirst()
            .orElse("");
    if (said.text("fetch", "LAZY").equals("EAGER")) {
      found = "fetch = EAGER";
    } else if (annotations.has(Words.MANY_TO_MANY) && cascades(said).contains(Cascade.DELETE)) {
      found = "cascade = REMOVE";
    } else if (!annotations.has(Words.MANY_TO_MANY) && said.text("mappedBy", "").isEmpty()) {
      found = "a @OneToMany without mappedBy";
    }
    if (!found.isEmpty()) {
      refuse(field, "write-only", found);
    }
    return !found.isEmpty();
  }

  private static RelationshipTerms terms(
      AnnotationValues said,
      Class<?> target,
      Relationship.Kind kind,
      LoadStrategy load,
      boolean optional) {
    boolean orphans = said.flag("orphanRemoval", false);
    Set<Cascade> cascades = cascades(said);
    if (orphans) {
      // Source: Jakarta Persistence 3.2 §2.10, deleting the owner deletes the orphans.
      cascades.add(Cascade.DELETE);
    }
    return new RelationshipTerms(kind, target, cascades, orphans, load, optional);
  }

  private static AnnotationValues said(FieldModel field, String type) {
    return field.annotations().find(type).orElseThrow();
  }

  private static List<AnnotationValues> joinColumns(Annotations annotations) {
    return annotations
        .find(Words.JOIN_COLUMNS)
        .map(container -> container.nestedList("value"))
        .orElse(annotations.findAll(Words.JOIN_COLUMN));
  }

  void checkTarget(FieldModel field, AnnotationValues given, Class<?> target) {
    Class<?> named = given.type("targetEntity");
    if (given.has("targetEntity") && (named == null || MappingClass.mapped(named) != target)) {
      String place = Faults.place(field.declaredIn(), field.name());
      String said = named == null ? "?" : Faults.place(named, null);
      String declared = Faults.place(target, null);
      faults.add(place, MappingRules.fault("target-entity", place, said, declared));
    }
  }

  private static Set<Cascade> cascades(AnnotationValues said) {
    Set<Cascade> cascades = EnumSet.noneOf(Cascade.class);
    for (String name : said.texts("cascade")) {
      if (name.equals("ALL")) {
        cascades.addAll(CASCADES.values());
      } else if (CASCADES.containsKey(name)) {
        cascades.add(CASCADES.get(name));
      }
    }
    return cascades;
  }

  static LoadStrategy load(FieldModel field, LoadStrategy otherwise) {
    return field
        .annotations()
        .find(Words.LOAD)
        .map(one -> LoadStrategy.valueOf(one.text("value", otherwise.name())))
        .orElse(otherwise);
  }

  private void refuse(FieldModel field, String fault, String value) {
    String place = Faults.place(field.declaredIn(), field.name());
    faults.add(place, MappingRules.fault(fault, place, value));
  }

  private void invalid(FieldModel field, String found, String expected, String fix) {
    String place = Faults.place(field.declaredIn(), field.name());
    faults.add(place, Faults.invalid(place).found(found).expected(expected).fix(fix));
  }
}
