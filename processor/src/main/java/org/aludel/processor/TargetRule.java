package org.aludel.processor;

import java.util.Optional;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;

/** Refuses a {@code targetEntity} that is another class than the attribute declares. */
final class TargetRule {
  private TargetRule() {}

  static void check(AttributeField field, Refusals refusals) {
    Optional<TypeElement> declared = declared(field.type());
    Optional<TypeElement> said = MappingClasses.targetEntity(field);
    if (declared.isEmpty() || said.isEmpty()) {
      return;
    }
    if (!MappingClasses.mapped(said.get()).equals(declared.get())) {
      String named = said.get().getQualifiedName().toString();
      String held = Mirrors.place(declared.get());
      refusals.add("target-entity", field.element(), field.place(), named, held);
    }
  }

  /** What a reference or a collection holds; the values of a map. */
  private static Optional<TypeElement> declared(TypeMirror type) {
    if (!(type instanceof DeclaredType declared)) {
      return Optional.empty();
    }
    var arguments = declared.getTypeArguments();
    TypeMirror held = arguments.isEmpty() ? type : arguments.get(arguments.size() - 1);
    return held instanceof DeclaredType one
        ? Optional.of((TypeElement) one.asElement())
        : Optional.empty();
  }
}
