package org.aludel.orm.mapping;

import java.util.List;
import java.util.TreeMap;
import java.util.function.Function;
import org.aludel.instrument.ClassModel;
import org.aludel.instrument.ClassReader;
import org.aludel.instrument.FieldModel;
import org.jspecify.annotations.Nullable;

/** Refuses entities without an id, with two, and id classes that are not like the id. */
final class IdRule {
  private final Faults faults;
  private final ClassReader reader;
  private final Function<Class<?>, EntityDraft> drafts;

  /**
   * @param drafts gives the draft of an entity that an id refers to
   */
  IdRule(Faults faults, ClassReader reader, Function<Class<?>, EntityDraft> drafts) {
    this.faults = faults;
    this.reader = reader;
    this.drafts = drafts;
  }

  void check(EntityDraft draft) {
    List<FieldModel> embedded = marked(draft, Words.EMBEDDED_ID);
    List<FieldModel> single = marked(draft, Words.ID);
    // An id that could not be mapped has its own fault, so its absence is not another one.
    if (embedded.isEmpty() && single.isEmpty()) {
      String place = Faults.place(draft.type(), null);
      faults.add(place, MappingRules.fault("no-id", place));
    }
    // What a class below says of the id is a fault of its own; the rest is the root's.
    if (draft.superDraft() == null) {
      checkOne(embedded, single);
      checkIdClass(draft, single);
    }
  }

  private static List<FieldModel> marked(EntityDraft draft, String annotation) {
    return draft.classes().stream()
        .flatMap(each -> each.fields().stream())
        .filter(EntityDraft::isAttribute)
        .filter(field -> field.annotations().has(annotation))
        .toList();
  }

  private void checkOne(List<FieldModel> embedded, List<FieldModel> single) {
    if (embedded.isEmpty() || embedded.size() + single.size() == 1) {
      return;
    }
    FieldModel field = embedded.get(0);
    FieldModel other = single.isEmpty() ? embedded.get(1) : single.get(0);
    String place = Faults.place(field.declaredIn(), field.name());
    String annotation = single.isEmpty() ? "@EmbeddedId" : "@Id";
    faults.add(
        place, MappingRules.fault("id-twice", place, annotation + " on \"" + other.name() + "\""));
  }

  private void checkIdClass(EntityDraft draft, List<FieldModel> ids) {
    Class<?> type = idClass(draft);
    if (type == null) {
      return;
    }
    String place = Faults.place(draft.type(), null);
    if (!type.isRecord() && !ClassModel.isMappable(type)) {
      faults.add(place, MappingRules.fault("id-class-type", place, Faults.place(type, null)));
      return;
    }
    String found =
        described(reader.read(type).fields().stream().filter(EntityDraft::isAttribute).toList());
    String wanted = described(ids);
    if (!found.equals(wanted)) {
      faults.add(place, MappingRules.fault("id-class-members", place, found, wanted));
    }
  }

  private static @Nullable Class<?> idClass(EntityDraft draft) {
    return draft.classes().stream()
        .flatMap(each -> each.annotations().find(Words.ID_CLASS).stream())
        .findFirst()
        .map(said -> said.type("value"))
        .orElse(null);
  }

  /** The class of an id; of a reference that of the id of its target. */
  private Class<?> idType(FieldModel field) {
    boolean reference = AttributeKind.of(field.annotations()).isReference();
    if (!reference || !Hierarchy.isEntity(reader.annotated(field.type()))) {
      return field.type();
    }
    EntityDraft target = drafts.apply(field.type());
    List<FieldModel> embedded = marked(target, Words.EMBEDDED_ID);
    if (!embedded.isEmpty()) {
      return embedded.get(0).type();
    }
    List<EntityDraft.Basic> ids = target.ids();
    if (ids.size() == 1) {
      return ids.get(0).field().type();
    }
    Class<?> whole = idClass(target);
    return whole == null ? field.type() : whole;
  }

  /** By name; a primitive holds the same values as its wrapper. */
  private String described(List<FieldModel> fields) {
    TreeMap<String, String> texts = new TreeMap<>();
    for (FieldModel field : fields) {
      String type = ClassModel.boxed(idType(field)).getCanonicalName();
      texts.put(field.name(), type + " " + field.name());
    }
    return String.join(", ", texts.values());
  }
}
