package org.aludel.orm.mapping;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.aludel.instrument.Annotations;
import org.aludel.instrument.ClassModel;
import org.aludel.instrument.FieldModel;

/** Ids that come from other objects: {@code @Id} on a reference, and {@code @MapsId}. */
final class DerivedIds {
  private final Faults faults;
  private final Hierarchy hierarchy;
  private final Function<Class<?>, EntityDraft> drafts;

  /** The classes whose attributes are being read. */
  private final Set<Class<?>> open = new HashSet<>();

  /**
   * @param drafts gives the draft of an entity, of which another id may come
   */
  DerivedIds(Faults faults, Hierarchy hierarchy, Function<Class<?>, EntityDraft> drafts) {
    this.faults = faults;
    this.hierarchy = hierarchy;
    this.drafts = drafts;
  }

  /** Notes that the attributes of a class are being read. */
  void begin(Class<?> entity) {
    open.add(entity);
  }

  /** The ids of the target of a reference; none where they cannot be known. */
  private List<EntityDraft.Basic> targetIds(EntityDraft.Reference reference) {
    Class<?> target = reference.terms().target();
    if (!hierarchy.isMapped(target)) {
      return List.of(); // refused as a reference
    }
    return open.contains(target) ? List.of() : drafts.apply(target).ids();
  }

  /** Refuses ids that come from each other. */
  private boolean isCircle(EntityDraft draft, EntityDraft.Reference reference) {
    Class<?> target = reference.terms().target();
    boolean circle = reaches(target, draft.type(), new HashSet<>());
    if (circle) {
      String place = reference.place();
      faults.add(place, MappingRules.fault("derived-cycle", place, Faults.place(target, null)));
    }
    return circle;
  }

  /** Whether the id of a class comes from another one, however far away. */
  private boolean reaches(Class<?> from, Class<?> to, Set<Class<?>> seen) {
    if (from == to) {
      return true;
    }
    if (!hierarchy.isMapped(from) || !seen.add(from)) {
      return false;
    }
    return hierarchy.of(from).stream()
        .flatMap(each -> each.fields().stream())
        .filter(EntityDraft::isAttribute)
        .filter(field -> AttributeKind.of(field.annotations()).isReference())
        .filter(
            field -> field.annotations().has(Words.ID) || field.annotations().has(Words.MAPS_ID))
        .anyMatch(field -> reaches(field.type(), to, seen));
  }

  /** Adds the ids of a reference that is an id itself: attributes that it alone has. */
  void addImplied(EntityDraft draft, EntityDraft.Reference reference) {
    FieldModel field = reference.field();
    if (!field.annotations().has(Words.ID)) {
      return;
    }
    if (field.annotations().has(Words.MAPS_ID)) {
      faults.add(reference.place(), MappingRules.fault("maps-id-twice", reference.place()));
      return;
    }
    if (isCircle(draft, reference)) {
      return;
    }
    List<EntityDraft.Basic> others = targetIds(reference);
    for (EntityDraft.Basic other : others) {
      FieldModel bare =
          field
              .withType(other.field().type(), List.of())
              .withAnnotations(new Annotations(List.of()));
      EntityDraft.Basic id =
          new EntityDraft.Basic(
              bare, field.name() + "." + other.path(), other.column(), true, false, other.writes());
      draft.attributes().add(id.derived(JoinResolver.column(reference, other, others.size())));
    }
  }

  /** Gives the columns of references to the ids that they fill, once all attributes are known. */
  void map(EntityDraft draft) {
    for (EntityDraft.Draft attribute : List.copyOf(draft.ownAttributes())) {
      if (attribute instanceof EntityDraft.Reference reference
          && reference.field().annotations().has(Words.MAPS_ID)
          && !reference.field().annotations().has(Words.ID)) {
        map(draft, reference);
      }
    }
    open.remove(draft.type());
  }

  private void map(EntityDraft draft, EntityDraft.Reference reference) {
    if (isCircle(draft, reference)) {
      return;
    }
    List<EntityDraft.Basic> others = targetIds(reference);
    if (faults.at(reference.place()) || !hierarchy.isMapped(reference.terms().target())) {
      return;
    }
    List<EntityDraft.Basic> mapped = mapped(draft, reference);
    if (others.isEmpty() || !types(mapped).equals(types(others))) {
      faults.add(
          reference.place(),
          MappingRules.fault("maps-id", reference.place(), described(mapped), described(others)));
      return;
    }
    for (int index = 0; index < mapped.size(); index++) {
      EntityDraft.Basic id = mapped.get(index);
      if (id.field().annotations().has(Words.GENERATED_VALUE)) {
        faults.add(
            reference.place(),
            MappingRules.fault("derived-made", reference.place(), "@GeneratedValue"));
        return;
      }
      EntityDraft.Basic derived =
          id.derived(JoinResolver.column(reference, others.get(index), others.size()));
      draft.attributes().set(draft.attributes().indexOf(id), derived);
    }
  }

  /** The ids that {@code @MapsId} names; all where it names none. */
  private static List<EntityDraft.Basic> mapped(
      EntityDraft draft, EntityDraft.Reference reference) {
    String name =
        reference.field().annotations().find(Words.MAPS_ID).orElseThrow().text("value", "");
    return draft.ids().stream()
        .filter(id -> !isImplied(draft, id))
        .filter(id -> name.isEmpty() || isAt(id, name))
        .toList();
  }

  private static boolean isImplied(EntityDraft draft, EntityDraft.Basic id) {
    return id.path().indexOf('.') > 0
        && draft.reference(id.path().substring(0, id.path().indexOf('.'))).isPresent();
  }

  private static boolean isAt(EntityDraft.Basic id, String name) {
    String inside = id.path().substring(id.path().indexOf('.') + 1);
    return inside.equals(name) || inside.startsWith(name + ".");
  }

  private static List<Class<?>> types(List<EntityDraft.Basic> ids) {
    return ids.stream().<Class<?>>map(one -> ClassModel.boxed(one.field().type())).toList();
  }

  private static String described(List<EntityDraft.Basic> ids) {
    String all =
        ids.stream()
            .map(one -> ClassModel.boxed(one.field().type()).getCanonicalName() + " " + one.path())
            .collect(Collectors.joining(", "));
    return all.isEmpty() ? "no attribute of the id" : all;
  }
}
