package org.aludel.processor;

import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import org.jspecify.annotations.Nullable;

/**
 * One entity as the writers need it.
 *
 * @param packageName empty for the unnamed package
 * @param attributes in slot order
 * @param embeddeds what attributes are members of, those around others first
 * @param privateConstructor whether the no-argument constructor is private
 * @param inheritedBasics how many attributes in columns, the first, the extended entity has too
 * @param lazyObstacle why there can be no lazy subclass, or null
 * @param idClass the members of the class that holds the id outside of the entity, or null
 * @param schema of the table, or null for the default schema
 */
record EntityModel(
    TypeElement type,
    String packageName,
    List<AttributeModel> attributes,
    List<EmbeddedModel> embeddeds,
    boolean privateConstructor,
    int inheritedBasics,
    @Nullable Obstacle lazyObstacle,
    @Nullable IdClassModel idClass,
    @Nullable String schema,
    String table) {
  EntityModel {
    attributes = List.copyOf(attributes);
    embeddeds = List.copyOf(embeddeds);
  }

  /** The full name as source text. */
  String name() {
    return Mirrors.place(type);
  }

  /** The class whose objects are stored. */
  TypeElement mapped() {
    return MappingClasses.mapped(type);
  }

  /** The name of the class and of those around it, joined: {@code Shop_User}. */
  String flatName() {
    return flatName(type, packageName);
  }

  static String flatName(TypeElement type, String packageName) {
    String full = type.getQualifiedName().toString();
    String inside = packageName.isEmpty() ? full : full.substring(packageName.length() + 1);
    return inside.replace('.', '_');
  }

  /** Whether it has no instances of its own. */
  boolean isAbstract() {
    return mapped().getModifiers().contains(Modifier.ABSTRACT);
  }

  /** Beside the class with the annotations, since another may map the same one elsewhere. */
  String accessName() {
    return flatName() + "__Orm";
  }

  String metamodelName() {
    return metamodelName(type, packageName);
  }

  /** The name of the class whose objects are stored, inside of what is around the annotations. */
  static String metamodelName(TypeElement type, String packageName) {
    String flat = flatName(type, packageName);
    String own = type.getSimpleName().toString();
    return flat.substring(0, flat.length() - own.length()) + EntityInspector.simpleName(type) + "T";
  }

  /** The name of the metamodel's constant. */
  String constant() {
    return SnakeCase.constant(EntityInspector.simpleName(type));
  }

  String qualified(String simpleName) {
    return packageName.isEmpty() ? simpleName : packageName + "." + simpleName;
  }

  /** The only id attribute's slot when its class is long or Long, else -1. */
  int longIdSlot() {
    List<Integer> ids = new ArrayList<>();
    for (int slot = 0; slot < attributes.size(); slot++) {
      if (attributes.get(slot).id()) {
        ids.add(slot);
      }
    }
    boolean single =
        ids.size() == 1
            && attributes.get(ids.get(0)).embedded() == null
            && attributes.get(ids.get(0)).derived() == null
            && attributes.get(ids.get(0)).value() == ValueKind.LONG;
    return single ? ids.get(0) : -1;
  }
}
