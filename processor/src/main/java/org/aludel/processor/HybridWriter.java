package org.aludel.processor;

import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.VariableElement;

/** Writes into the metamodel the methods that give in SQL what an object gives in memory. */
final class HybridWriter {
  private HybridWriter() {}

  static void write(EntityModel entity, Source source) {
    for (ExecutableElement hybrid : HybridRule.hybrids(entity.type())) {
      List<String> declared = new ArrayList<>();
      List<String> given = new ArrayList<>(List.of("this"));
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
          .line(
              "return %s.%s(%s);"
                  .formatted(entity.name(), hybrid.getSimpleName(), String.join(", ", given)))
          .line("}");
    }
  }
}
