package org.aludel.processor;

import java.util.stream.Collectors;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.IntersectionType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;
import javax.lang.model.type.WildcardType;
import javax.lang.model.util.SimpleTypeVisitor14;

/**
 * Types as source text with full names. {@code TypeMirror.toString} is not used: it prints type-use
 * annotations, and not everywhere where the compiler would accept them.
 */
final class TypeNames extends SimpleTypeVisitor14<String, Void> {
  private static final TypeNames PRINTER = new TypeNames();

  private TypeNames() {}

  static String of(TypeMirror type) {
    return PRINTER.visit(type);
  }

  /** The wrapper of a primitive; other types are themselves. */
  static String boxed(String type) {
    return switch (type) {
      case "int" -> "java.lang.Integer";
      case "boolean", "byte", "short", "long", "float", "double" ->
          "java.lang." + Character.toUpperCase(type.charAt(0)) + type.substring(1);
      default -> type;
    };
  }

  @Override
  protected String defaultAction(TypeMirror type, Void unused) {
    return type.getKind().isPrimitive() || type.getKind() == TypeKind.VOID
        ? type.getKind().name().toLowerCase(java.util.Locale.ROOT)
        : type.toString();
  }

  @Override
  public String visitDeclared(DeclaredType type, Void unused) {
    String name = ((TypeElement) type.asElement()).getQualifiedName().toString();
    if (type.getTypeArguments().isEmpty()) {
      return name;
    }
    return name
        + type.getTypeArguments().stream()
            .map(TypeNames::of)
            .collect(Collectors.joining(", ", "<", ">"));
  }

  @Override
  public String visitArray(ArrayType type, Void unused) {
    return of(type.getComponentType()) + "[]";
  }

  @Override
  public String visitTypeVariable(TypeVariable type, Void unused) {
    return type.asElement().getSimpleName().toString();
  }

  @Override
  public String visitWildcard(WildcardType type, Void unused) {
    if (type.getExtendsBound() != null) {
      return "? extends " + of(type.getExtendsBound());
    }
    return type.getSuperBound() == null ? "?" : "? super " + of(type.getSuperBound());
  }

  @Override
  public String visitIntersection(IntersectionType type, Void unused) {
    return type.getBounds().stream().map(TypeNames::of).collect(Collectors.joining(" & "));
  }
}
