package org.aludel.processor;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;
import org.jspecify.annotations.Nullable;

/**
 * Checks the static methods that give in SQL what a method of the object gives in memory. The
 * mapping at run time finds the same faults in {@code org.aludel.instrument.HybridMethod}.
 */
final class HybridRule {
  static final String HYBRID = Mirrors.OWN + "Hybrid";

  private static final String EXPRESSION = "org.aludel.sql.Expression";
  private static final String PREDICATE = "org.aludel.sql.Predicate";

  private final ProcessingEnvironment environment;
  private final Types types;

  HybridRule(ProcessingEnvironment environment) {
    this.environment = environment;
    this.types = environment.getTypeUtils();
  }

  /** The annotated methods that a class declares itself, in the order of the source. */
  static List<ExecutableElement> hybrids(TypeElement type) {
    return ElementFilter.methodsIn(type.getEnclosedElements()).stream()
        .filter(method -> Mirrors.has(method, HYBRID))
        .toList();
  }

  /** What the metamodel's method takes: all but the metamodel itself. */
  static List<? extends VariableElement> rest(ExecutableElement method) {
    List<? extends VariableElement> all = method.getParameters();
    return all.subList(Math.min(1, all.size()), all.size());
  }

  /** Whether the metamodel of a class below, in some package, can call a hybrid. */
  static boolean isCallable(
      ExecutableElement hybrid, TypeElement declaring, String home, Elements elements) {
    boolean open =
        hybrid.getModifiers().contains(Modifier.PUBLIC)
            && declaring.getModifiers().contains(Modifier.PUBLIC);
    return open || elements.getPackageOf(declaring).getQualifiedName().contentEquals(home);
  }

  /** Whether they speak of a class that is not known, perhaps until it is generated. */
  static boolean incomplete(TypeElement entity) {
    return hybrids(entity).stream()
        .flatMap(
            method ->
                Stream.concat(
                    Stream.of(method.getReturnType()),
                    rest(method).stream().map(VariableElement::asType)))
        .anyMatch(HybridRule::isUnknown);
  }

  private static boolean isUnknown(TypeMirror type) {
    return type.getKind() == TypeKind.ERROR
        || (type instanceof DeclaredType declared
            && declared.getTypeArguments().stream().anyMatch(HybridRule::isUnknown));
  }

  /**
   * Reports what is wrong with those of an entity.
   *
   * @param unfinished whether methods may still be added to the class
   */
  void check(TypeElement entity, boolean unfinished, Refusals refusals) {
    if (hybrids(entity).isEmpty()) {
      return;
    }
    String home = home(entity);
    String metamodel = metamodel(entity);
    for (ExecutableElement method : hybrids(entity)) {
      String place = Mirrors.place(entity) + "." + method.getSimpleName() + "()";
      if (refusals.at(place)) {
        continue; // of another entity below the same superclass
      }
      String obstacle = obstacle(method, metamodel, home);
      if (obstacle != null) {
        String name = method.getSimpleName().toString();
        refusals.add("hybrid", method, place, obstacle, metamodel, name);
      } else if (!unfinished && !hasPair(entity, method)) {
        refusals.add("hybrid-pair", method, place, pair(method));
      }
      checkName(method, place, metamodel, refusals);
    }
  }

  /**
   * Whether a static method gives expressions of that class by that name alone: one of the entity,
   * or of a mapped superclass between it and the entity above it.
   */
  boolean has(TypeElement entity, String name, String javaType) {
    for (TypeElement each = entity; each != null; each = EntityInspector.superclass(each)) {
      boolean own = each.equals(entity);
      if (!own && Mirrors.has(each, Mirrors.JAKARTA + "Entity")) {
        return false;
      }
      for (ExecutableElement method : hybrids(each)) {
        if (method.getSimpleName().contentEquals(name)
            && method.getParameters().size() == 1
            && (own || isCallable(method, each, home(entity), environment.getElementUtils()))) {
          return result(method).equals(javaType);
        }
      }
    }
    return false;
  }

  /** The name of the metamodel of a class. */
  String metamodel(TypeElement entity) {
    return EntityModel.metamodelName(entity, home(entity));
  }

  private String home(TypeElement entity) {
    return environment.getElementUtils().getPackageOf(entity).getQualifiedName().toString();
  }

  /** What keeps generated code from calling a method, whatever it takes and returns; or null. */
  static @Nullable String form(ExecutableElement method) {
    if (!method.getModifiers().contains(Modifier.STATIC)) {
      return "a method that is not static";
    }
    if (method.getModifiers().contains(Modifier.PRIVATE)) {
      return "a private method";
    }
    if (!method.getTypeParameters().isEmpty()) {
      return "a method with type parameters";
    }
    return method.getThrownTypes().isEmpty() ? null : "a method with a throws clause";
  }

  private @Nullable String obstacle(ExecutableElement method, String metamodel, String home) {
    String form = form(method);
    if (form != null) {
      return form;
    }
    if (value(method.getReturnType()) == null) {
      return "a method that returns " + TypeNames.of(types.erasure(method.getReturnType()));
    }
    boolean takes = !method.getParameters().isEmpty() && isFirst(method, metamodel, home);
    return takes ? null : "a method whose first parameter is not " + metamodel;
  }

  /** The metamodel is not there at the first compilation: only its name is known then. */
  private boolean isFirst(ExecutableElement method, String metamodel, String home) {
    TypeMirror first = method.getParameters().get(0).asType();
    if (first.getKind() == TypeKind.ERROR) {
      return types.asElement(first).getSimpleName().contentEquals(metamodel);
    }
    return TypeNames.of(first).equals(home.isEmpty() ? metamodel : home + "." + metamodel);
  }

  /** The class of the expression's values, or null where the type does not say it. */
  private @Nullable TypeMirror value(TypeMirror returned) {
    if (!(returned instanceof DeclaredType declared)) {
      return null;
    }
    String name = TypeNames.of(types.erasure(returned));
    if (name.equals(PREDICATE)) {
      return environment.getElementUtils().getTypeElement("java.lang.Boolean").asType();
    }
    if (!name.equals(EXPRESSION) || declared.getTypeArguments().isEmpty()) {
      return null;
    }
    TypeMirror value = declared.getTypeArguments().get(0);
    return value.getKind() == TypeKind.DECLARED || value.getKind() == TypeKind.ARRAY ? value : null;
  }

  private boolean hasPair(TypeElement entity, ExecutableElement hybrid) {
    TypeElement mapped = MappingClasses.mapped(entity);
    for (TypeElement each = mapped; each != null; each = EntityInspector.superclass(each)) {
      if (ElementFilter.methodsIn(each.getEnclosedElements()).stream()
          .anyMatch(method -> isPair(method, hybrid))) {
        return true;
      }
    }
    return false;
  }

  private boolean isPair(ExecutableElement method, ExecutableElement hybrid) {
    String name = hybrid.getSimpleName().toString();
    return !method.getModifiers().contains(Modifier.STATIC)
        && names(name, rest(hybrid).isEmpty()).contains(method.getSimpleName().toString())
        && parameters(method.getParameters()).equals(parameters(rest(hybrid)))
        && TypeNames.boxed(erased(method.getReturnType())).equals(result(hybrid));
  }

  private static List<String> names(String name, boolean getters) {
    String capital = Character.toUpperCase(name.charAt(0)) + name.substring(1);
    return getters ? List.of(name, "get" + capital, "is" + capital) : List.of(name);
  }

  private String pair(ExecutableElement hybrid) {
    return result(hybrid)
        + " "
        + hybrid.getSimpleName()
        + parameters(rest(hybrid)).stream().collect(Collectors.joining(", ", "(", ")"));
  }

  private String result(ExecutableElement hybrid) {
    TypeMirror value = value(hybrid.getReturnType());
    return value == null ? "" : erased(value);
  }

  private List<String> parameters(List<? extends VariableElement> parameters) {
    return parameters.stream().map(parameter -> erased(parameter.asType())).toList();
  }

  private String erased(TypeMirror type) {
    return TypeNames.of(types.erasure(type));
  }

  /** The metamodel cannot have a second method of the same name and parameters. */
  private void checkName(
      ExecutableElement hybrid, String place, String metamodel, Refusals refusals) {
    TypeElement table =
        environment.getElementUtils().getTypeElement("org.aludel.orm.metamodel.EntityTable");
    if (table != null
        && !refusals.at(place)
        && ElementFilter.methodsIn(environment.getElementUtils().getAllMembers(table)).stream()
            .anyMatch(
                method ->
                    method.getSimpleName().equals(hybrid.getSimpleName())
                        && method.getParameters().size() == rest(hybrid).size())) {
      refusals.add(
          Refusal.of(
              hybrid,
              place,
              "@Hybrid on a method of a name that " + metamodel + " has already",
              "a name that the metamodel can take over",
              "rename the method"));
    }
  }
}
