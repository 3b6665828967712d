package org.aludel.processor;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;

/**
 * Writes into the metamodel the methods that give in SQL what an object gives in memory: those of
 * the class, and those of its superclasses that its package can call.
 */
final class HybridWriter {
  /** The method of a metamodel that means its class in the rows of one below it. */
  static final String OF = "of";

  private final EntityModel entity;
  private final Elements elements;
  private final EntityInspector inspector;

  /** By name and parameters: the lowest class decides. */
  private final Set<String> written = new HashSet<>();

  HybridWriter(ProcessingEnvironment environment, EntityModel entity) {
    this.entity = entity;
    this.elements = environment.getElementUtils();
    this.inspector = new EntityInspector(environment);
  }

  void write(Source source) {
    for (ExecutableElement hybrid : HybridRule.hybrids(entity.type())) {
      written.add(signature(hybrid));
      String called = entity.type().getQualifiedName() + "." + hybrid.getSimpleName();
      method(hybrid, called, "this", source);
    }
    TypeElement above = EntityInspector.superclass(entity.type());
    while (above != null) {
      if (EntityInspector.isMapped(above)) {
        inherited(above, source);
      }
      above = EntityInspector.superclass(above);
    }
  }

  private void inherited(TypeElement above, Source source) {
    String metamodel = metamodel(above);
    for (ExecutableElement hybrid : HybridRule.hybrids(above)) {
      if (!HybridRule.isCallable(hybrid, above, entity.packageName(), elements)
          || !written.add(signature(hybrid))) {
        continue;
      }
      if (!Mirrors.has(above, Mirrors.JAKARTA + "Entity")) {
        String columns = "new " + metamodel + "(" + shared(above) + ")";
        String called = above.getQualifiedName() + "." + hybrid.getSimpleName();
        method(hybrid, called, columns, source);
      } else if (!isOlder(metamodel)) {
        String rows = metamodel + "." + OF + "(this)." + hybrid.getSimpleName();
        method(hybrid, rows, "", source);
      }
    }
  }

  private String shared(TypeElement above) {
    List<String> names = new ArrayList<>();
    for (AttributeField field : inspector.sharedFields(above)) {
      names.add(field.element().getSimpleName().toString());
    }
    return String.join(", ", names);
  }

  private String metamodel(TypeElement type) {
    String home = elements.getPackageOf(type).getQualifiedName().toString();
    String name = EntityModel.flatName(type, home) + "T";
    return home.isEmpty() ? name : home + "." + name;
  }

  /** Whether a library has it that was compiled before there was such a method. */
  private boolean isOlder(String metamodel) {
    TypeElement known = elements.getTypeElement(metamodel);
    return known != null
        && ElementFilter.methodsIn(known.getEnclosedElements()).stream()
            .noneMatch(method -> method.getSimpleName().contentEquals(OF));
  }

  private static String signature(ExecutableElement hybrid) {
    StringBuilder text = new StringBuilder(hybrid.getSimpleName());
    HybridRule.rest(hybrid).forEach(one -> text.append(' ').append(TypeNames.of(one.asType())));
    return text.toString();
  }

  /**
   * @param called what is called
   * @param first what it takes before the parameters; empty for nothing
   */
  private static void method(ExecutableElement hybrid, String called, String first, Source source) {
    List<String> declared = new ArrayList<>();
    List<String> given = new ArrayList<>(first.isEmpty() ? List.of() : List.of(first));
    List<? extends VariableElement> rest = HybridRule.rest(hybrid);
    for (int index = 0; index < rest.size(); index++) {
      String type = TypeNames.of(rest.get(index).asType());
      boolean several = hybrid.isVarArgs() && index == rest.size() - 1;
      String shown = several ? type.substring(0, type.length() - "[]".length()) + "..." : type;
      declared.add(shown + " " + rest.get(index).getSimpleName());
      given.add(rest.get(index).getSimpleName().toString());
    }
    source
        .blank()
        .line("/** What the class says in SQL, of the rows of this source. */")
        .line(
            "%s%s %s(%s) {"
                .formatted(
                    hybrid.getModifiers().contains(Modifier.PUBLIC) ? "public " : "",
                    TypeNames.of(hybrid.getReturnType()),
                    hybrid.getSimpleName(),
                    String.join(", ", declared)))
        .line("return %s(%s);".formatted(called, String.join(", ", given)))
        .line("}");
  }
}
