package org.aludel.orm.mapping;

import java.util.List;
import java.util.TreeMap;
import org.aludel.instrument.AnnotationValues;
import org.aludel.instrument.ClassModel;
import org.aludel.instrument.ClassReader;
import org.aludel.instrument.FieldModel;

/** Refuses entities without an id, with two, and id classes that are not like the id. */
final class IdRule {
  private final Faults faults;
  private final ClassReader reader;

  IdRule(Faults faults, ClassReader reader) {
    this.faults = faults;
    this.reader = reader;
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
    AnnotationValues said =
        draft.classes().stream()
            .flatMap(each -> each.annotations().find(Words.ID_CLASS).stream())
            .findFirst()
            .orElse(null);
    Class<?> type = said == null ? null : said.type("value");
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

  /** By name; a primitive holds the same values as its wrapper. */
  private static String described(List<FieldModel> fields) {
    TreeMap<String, String> texts = new TreeMap<>();
    for (FieldModel field : fields) {
      String type = ClassModel.boxed(field.type()).getCanonicalName();
      texts.put(field.name(), type + " " + field.name());
    }
    return String.join(", ", texts.values());
  }
}
