package org.aludel.processor;

import java.util.List;
import java.util.regex.Pattern;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import org.jspecify.annotations.Nullable;

/** Refuses what a class says of its hierarchy where it can have no effect, or the wrong one. */
final class InheritanceRule {
  static final String VIEW = Mirrors.OWN + "View";

  private static final Pattern WHOLE_NUMBER = Pattern.compile("-?[0-9]{1,9}");

  /** Source: Jakarta Persistence 3.2, DiscriminatorColumn. */
  private static final int LENGTH = 31;

  private final EntityInspector inspector;
  private final Refusals refusals;

  InheritanceRule(EntityInspector inspector, Refusals refusals) {
    this.inspector = inspector;
    this.refusals = refusals;
  }

  void check(TypeElement entity) {
    TypeElement above = Inheritance.superEntity(entity);
    if (above != null) {
      checkSubclass(entity, above);
    } else {
      checkMoment(entity, "a class that extends no entity");
    }
    for (TypeElement each : inspector.mappedClasses(entity)) {
      if (!Mirrors.has(each, Mirrors.JAKARTA + "Entity")) {
        misplaced(
            each,
            "a @MappedSuperclass",
            List.of(
                Inheritance.INHERITANCE,
                Inheritance.DISCRIMINATOR_COLUMN,
                Inheritance.DISCRIMINATOR_VALUE));
        checkMoment(each, "a @MappedSuperclass");
      }
    }
    checkKeyJoins(entity, above);
    checkNeedless(entity);
    checkIds(entity, above);
    checkVersion(entity, above);
    if (MappingClasses.mapped(entity).getModifiers().contains(Modifier.ABSTRACT)) {
      misplaced(entity, "an abstract class", List.of(Inheritance.DISCRIMINATOR_VALUE));
    } else if (Inheritance.hasDiscriminator(entity)) {
      checkValue(entity);
    }
  }

  private void checkMoment(TypeElement type, String where) {
    if (Mirrors.has(type, Inheritance.POLYMORPHIC_LOAD)) {
      refusals.add("polymorphic-load", type, Mirrors.place(type), where);
    }
  }

  private void checkKeyJoins(TypeElement entity, @Nullable TypeElement above) {
    String one = Mirrors.JAKARTA + "PrimaryKeyJoinColumn";
    if (above == null || !Inheritance.strategy(entity).equals("JOINED")) {
      misplaced(entity, "a class without a row in a table above it", List.of(one, one + "s"));
      return;
    }
    int joins = Mirrors.findAll(entity, one, one + "s").size();
    int ids = inspector.idFields(entity).size();
    if (joins > 0 && joins != ids) {
      refusals.add(
          "key-joins", entity, Mirrors.place(entity), String.valueOf(joins), String.valueOf(ids));
    }
  }

  private void checkNeedless(TypeElement entity) {
    String strategy = Inheritance.strategy(entity);
    boolean column = Mirrors.has(Inheritance.root(entity), Inheritance.DISCRIMINATOR_COLUMN);
    String where = "a class of a hierarchy whose tables tell the classes apart";
    if (strategy.equals("TABLE_PER_CLASS")) {
      misplaced(
          entity,
          where,
          List.of(Inheritance.DISCRIMINATOR_COLUMN, Inheritance.DISCRIMINATOR_VALUE));
    } else if (strategy.equals("JOINED") && !column) {
      misplaced(entity, where, List.of(Inheritance.DISCRIMINATOR_VALUE));
    }
  }

  private void checkIds(TypeElement entity, @Nullable TypeElement above) {
    if (above != null || !Inheritance.strategy(entity).equals("TABLE_PER_CLASS")) {
      return;
    }
    for (AttributeField field : inspector.attributeFields(entity)) {
      AnnotationMirror made =
          Mirrors.find(field.element(), Mirrors.JAKARTA + "GeneratedValue").orElse(null);
      if (made != null && field.has(Mirrors.JAKARTA + "Id") && isIdentity(made)) {
        refusals.add("identity-per-table", field.element(), field.place());
      }
    }
  }

  private void checkVersion(TypeElement entity, @Nullable TypeElement above) {
    if (above != null || !Inheritance.strategy(entity).equals("JOINED")) {
      return;
    }
    for (AttributeField field : inspector.attributeFields(entity)) {
      String column = AttributeInspector.column(field.element());
      if (field.has(Mirrors.JAKARTA + "Version") && column.equals("xmin")) {
        refusals.add("hierarchy-version", field.element(), field.place(), column);
      }
    }
  }

  private static boolean isIdentity(AnnotationMirror made) {
    String strategy = Mirrors.text(made, "strategy");
    boolean automatic = strategy.isEmpty() || strategy.equals("AUTO");
    return strategy.equals("IDENTITY") || (automatic && Mirrors.text(made, "generator").isEmpty());
  }

  private void checkSubclass(TypeElement entity, TypeElement above) {
    String where = "a class that extends the entity \"" + Mirrors.place(above) + "\"";
    misplaced(entity, where, List.of(Inheritance.INHERITANCE, Inheritance.DISCRIMINATOR_COLUMN));
    misplaced(entity, where, List.of(VIEW, IdRule.ID_CLASS));
    if (Inheritance.strategy(entity).equals("SINGLE_TABLE")) {
      misplaced(entity, where + ", whose table it shares", List.of(Mirrors.JAKARTA + "Table"));
    }
    List<TypeElement> inherited = inspector.mappedClasses(above);
    for (TypeElement each : inspector.mappedClasses(entity)) {
      if (!inherited.contains(each)) {
        EntityInspector.fields(each).forEach(field -> checkField(each, field, above));
      }
    }
  }

  private void checkField(TypeElement declaredIn, VariableElement field, TypeElement above) {
    for (String name : List.of("Id", "EmbeddedId", "Version")) {
      if (Mirrors.has(field, Mirrors.JAKARTA + name)) {
        refusals.add(
            "hierarchy-place",
            field,
            Mirrors.place(declaredIn, field),
            "@" + name,
            "a class that extends the entity \"" + Mirrors.place(above) + "\"");
      }
    }
  }

  private void misplaced(TypeElement type, String where, List<String> annotations) {
    for (String annotation : annotations) {
      if (Mirrors.has(type, annotation)) {
        refusals.add(
            "hierarchy-place",
            type,
            Mirrors.place(type),
            "@" + MappingRules.simple(annotation),
            where);
      }
    }
  }

  private void checkValue(TypeElement entity) {
    AnnotationMirror said = Mirrors.find(entity, Inheritance.DISCRIMINATOR_VALUE).orElse(null);
    AnnotationMirror column =
        Mirrors.find(Inheritance.root(entity), Inheritance.DISCRIMINATOR_COLUMN).orElse(null);
    String given = column == null ? "" : Mirrors.text(column, "discriminatorType");
    String type = given.isEmpty() ? "STRING" : given;
    if (said == null && !type.equals("STRING")) {
      refusals.add("discriminator-missing", entity, Mirrors.place(entity), type);
      return;
    }
    String value = said == null ? EntityInspector.entityName(entity) : Mirrors.text(said, "value");
    int length = column == null ? LENGTH : Mirrors.number(column, "length", LENGTH);
    if (!fits(type, value, length)) {
      refusals.add("discriminator-value", entity, Mirrors.place(entity), value, type);
    }
  }

  private static boolean fits(String type, String value, int length) {
    return switch (type) {
      case "CHAR" -> value.length() == 1;
      case "INTEGER" -> WHOLE_NUMBER.matcher(value).matches();
      default -> !value.isEmpty() && value.length() <= length;
    };
  }
}
