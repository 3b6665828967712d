package org.aludel.processor;

import java.util.List;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import org.jspecify.annotations.Nullable;

/**
 * The fields of an enum that are marked {@code @EnumeratedValue}: what is stored of its constants.
 */
record EnumeratedValue(String type, List<VariableElement> fields) {
  static final String ANNOTATION = Mirrors.JAKARTA + "EnumeratedValue";
  private static final String TEXT = "java.lang.String";

  EnumeratedValue {
    fields = List.copyOf(fields);
  }

  /** That of an attribute's class, or null where no field is marked. */
  static @Nullable EnumeratedValue of(AttributeField field) {
    TypeElement type = AttributeInspector.element(field.type());
    if (type == null || type.getKind() != ElementKind.ENUM) {
      return null;
    }
    List<VariableElement> marked =
        EntityInspector.fields(type).stream().filter(one -> Mirrors.has(one, ANNOTATION)).toList();
    return marked.isEmpty() ? null : new EnumeratedValue(Mirrors.place(type), marked);
  }

  /** The class that is stored. */
  String stored() {
    String declared = TypeNames.of(fields.get(0).asType());
    return declared.equals("byte") ? "short" : declared;
  }

  /** How it is stored, or null where the attribute or the field forbids it. */
  @Nullable ValueKind kind(AttributeField attribute) {
    boolean text = stored().equals(TEXT);
    boolean number = stored().equals("short") || stored().equals("int");
    String said =
        Mirrors.find(attribute.element(), Mirrors.JAKARTA + "Enumerated")
            .map(mirror -> Mirrors.text(mirror, "value"))
            .orElse(text ? "STRING" : "ORDINAL");
    boolean agrees = said.equals("STRING") == text;
    boolean fits = fields.size() == 1 && (text || number) && agrees;
    return fits && !attribute.has(Mirrors.OWN + "PgEnum")
        ? ValueKind.of(stored()).orElse(null)
        : null;
  }

  /** Source text of the type. */
  String sqlType(TypeElement entity, AttributeField attribute, ValueKind kind) {
    return "org.aludel.instrument.EnumConstants.stored(%s.class, %s, %s)"
        .formatted(
            type,
            Source.literal(fields.get(0).getSimpleName().toString()),
            SqlTypeText.of(entity, attribute.element(), kind, stored()));
  }
}
