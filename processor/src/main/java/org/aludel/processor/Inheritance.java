package org.aludel.processor;

import java.util.List;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import org.jspecify.annotations.Nullable;

/** How the entities of one hierarchy are stored, as far as the classes themselves tell. */
final class Inheritance {
  static final String INHERITANCE = Mirrors.JAKARTA + "Inheritance";
  static final String DISCRIMINATOR_COLUMN = Mirrors.JAKARTA + "DiscriminatorColumn";
  static final String DISCRIMINATOR_VALUE = Mirrors.JAKARTA + "DiscriminatorValue";
  static final String POLYMORPHIC_LOAD = Mirrors.OWN + "PolymorphicLoad";

  private static final String ENTITY = Mirrors.JAKARTA + "Entity";

  private Inheritance() {}

  /** The nearest superclass that is an entity, or null. */
  static @Nullable TypeElement superEntity(TypeElement entity) {
    TypeElement above = EntityInspector.superclass(entity);
    while (above != null && !Mirrors.has(above, ENTITY)) {
      above = EntityInspector.superclass(above);
    }
    return above;
  }

  /** The topmost entity among a class and its superclasses. */
  static TypeElement root(TypeElement entity) {
    TypeElement root = entity;
    for (TypeElement above = superEntity(entity); above != null; above = superEntity(above)) {
      root = above;
    }
    return root;
  }

  /** The strategy of a hierarchy; what JPA says where nothing is said. */
  static String strategy(TypeElement entity) {
    String said =
        Mirrors.find(root(entity), INHERITANCE)
            .map(mirror -> Mirrors.text(mirror, "strategy"))
            .orElse("");
    return said.isEmpty() ? "SINGLE_TABLE" : said;
  }

  /** The class whose table holds the rows of an entity. */
  static TypeElement tableOwner(TypeElement entity) {
    return strategy(entity).equals("SINGLE_TABLE") ? root(entity) : entity;
  }

  /** Whether a column tells the classes of its hierarchy apart; false for a class alone. */
  static boolean hasDiscriminator(TypeElement entity) {
    TypeElement root = root(entity);
    boolean hierarchy =
        !root.equals(entity)
            || Mirrors.has(entity, INHERITANCE)
            || Mirrors.has(entity, DISCRIMINATOR_VALUE);
    return (Mirrors.has(root, DISCRIMINATOR_COLUMN) && !strategy(entity).equals("TABLE_PER_CLASS"))
        || (hierarchy && strategy(entity).equals("SINGLE_TABLE"));
  }

  /** Whether objects behind a reference to it may be of other classes, so that it is never lazy. */
  static boolean isPolymorphic(TypeElement target) {
    return MappingClasses.mapped(target).getModifiers().contains(Modifier.ABSTRACT)
        || Mirrors.has(target, INHERITANCE);
  }

  /** The topmost entity that has the attributes that a class of its lineage declares. */
  static TypeElement level(EntityInspector inspector, TypeElement entity, TypeElement declaredIn) {
    TypeElement level = entity;
    for (TypeElement above = superEntity(entity); above != null; above = superEntity(above)) {
      List<TypeElement> classes = inspector.mappedClasses(above);
      if (!classes.contains(declaredIn)) {
        break;
      }
      level = above;
    }
    return level;
  }

  /** The mapped superclass with an attribute of the same name, or null. */
  static @Nullable TypeElement hidden(
      EntityInspector inspector, TypeElement entity, AttributeField field) {
    return inspector.mappedClasses(entity).stream()
        .takeWhile(above -> !above.equals(field.declaredIn()))
        .filter(
            above ->
                EntityInspector.fields(above).stream()
                    .anyMatch(one -> one.getSimpleName().equals(field.element().getSimpleName())))
        .findFirst()
        .orElse(null);
  }
}
