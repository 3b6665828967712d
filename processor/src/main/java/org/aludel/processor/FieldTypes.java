package org.aludel.processor;

import java.util.HashMap;
import java.util.Map;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;
import javax.lang.model.util.Types;
import org.jspecify.annotations.Nullable;

/**
 * The types of an entity's fields, with what stands for the type variables of generic superclasses.
 * Not {@code Types.asMemberOf}: behind a raw superclass it forgets what is bound further up.
 */
final class FieldTypes {
  private final Types types;
  private final Map<Element, TypeMirror> bound = new HashMap<>();

  FieldTypes(TypeElement entity, Types types) {
    this.types = types;
    for (TypeElement each = entity; each != null; each = EntityInspector.superclass(each)) {
      if (each.getSuperclass() instanceof DeclaredType above) {
        bind(above);
      }
    }
  }

  private void bind(DeclaredType superclass) {
    TypeElement element = (TypeElement) superclass.asElement();
    for (int index = 0; index < superclass.getTypeArguments().size(); index++) {
      bound.put(element.getTypeParameters().get(index), superclass.getTypeArguments().get(index));
    }
  }

  /** The type as the entity has it; variables that nothing stands for stay. */
  TypeMirror of(TypeMirror type) {
    if (type instanceof TypeVariable variable) {
      TypeMirror known = bound.get(variable.asElement());
      return known == null ? type : of(known);
    }
    if (type instanceof DeclaredType declared && !declared.getTypeArguments().isEmpty()) {
      TypeMirror[] arguments =
          declared.getTypeArguments().stream().map(this::of).toArray(TypeMirror[]::new);
      return types.getDeclaredType((TypeElement) declared.asElement(), arguments);
    }
    return type;
  }

  /** The name of a variable that is left in such a type, or null. */
  static @Nullable String openIn(@Nullable TypeMirror type) {
    if (type == null || type.getKind() == TypeKind.ERROR) {
      return null;
    }
    if (type instanceof TypeVariable variable) {
      return variable.asElement().getSimpleName().toString();
    }
    if (type instanceof DeclaredType declared) {
      for (TypeMirror argument : declared.getTypeArguments()) {
        String open = openIn(argument);
        if (open != null) {
          return open;
        }
      }
    }
    return null;
  }
}
