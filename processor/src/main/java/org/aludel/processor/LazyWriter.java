package org.aludel.processor;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.TypeParameterElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/** Writes the lazy subclass of an entity, nested in its access. */
final class LazyWriter {
  /** The descriptors of types that are no objects. Source: JVMS 17 §4.3. */
  private static final Map<TypeKind, String> SIMPLE =
      Map.of(
          TypeKind.BOOLEAN, "Z",
          TypeKind.BYTE, "B",
          TypeKind.SHORT, "S",
          TypeKind.INT, "I",
          TypeKind.LONG, "J",
          TypeKind.CHAR, "C",
          TypeKind.FLOAT, "F",
          TypeKind.DOUBLE, "D",
          TypeKind.VOID, "V");

  private final ProcessingEnvironment environment;
  private final LazyRule rule;

  LazyWriter(ProcessingEnvironment environment, LazyRule rule) {
    this.environment = environment;
    this.rule = rule;
  }

  void write(EntityModel entity, Source source) {
    source
        .blank()
        .line("private static final class Lazy extends " + entity.name())
        .line("    implements org.aludel.instrument.LazyInstance {")
        .line("private transient org.aludel.instrument.LoadTrigger aludelTrigger;")
        .blank()
        .line("@Override")
        .line("public org.aludel.instrument.LoadTrigger aludelTrigger() {")
        .line("return aludelTrigger;")
        .line("}")
        .blank()
        .line("@Override")
        .line("public void aludelTrigger(org.aludel.instrument.LoadTrigger trigger) {")
        .line("aludelTrigger = trigger;")
        .line("}");
    List<ExecutableElement> methods =
        rule.overridable(entity.mapped()).stream()
            .sorted(Comparator.comparing(method -> signature(entity, method)))
            .toList();
    methods.forEach(method -> write(entity, method, source));
    source.line("}");
  }

  private ExecutableType typeIn(EntityModel entity, ExecutableElement method) {
    return (ExecutableType)
        environment.getTypeUtils().asMemberOf((DeclaredType) entity.mapped().asType(), method);
  }

  private void write(EntityModel entity, ExecutableElement method, Source source) {
    ExecutableType type = typeIn(entity, method);
    String arguments =
        IntStream.range(0, method.getParameters().size())
            .mapToObj(LazyWriter::parameter)
            .collect(Collectors.joining(", "));
    boolean silent = type.getReturnType().getKind() == TypeKind.VOID;
    source
        .blank()
        .line("@Override")
        .line(header(entity, method, type))
        .line(entity.accessName() + ".loadFirst(this, \"" + descriptor(method) + "\");")
        .line(
            (silent ? "" : "return ") + "super." + method.getSimpleName() + "(" + arguments + ");")
        .line("}");
  }

  /** Name and descriptor, as the compiled class has them. */
  private String descriptor(ExecutableElement method) {
    ExecutableType type = (ExecutableType) environment.getTypeUtils().erasure(method.asType());
    String parameters =
        type.getParameterTypes().stream().map(this::descriptor).collect(Collectors.joining());
    return method.getSimpleName() + "(" + parameters + ")" + descriptor(type.getReturnType());
  }

  private String descriptor(TypeMirror type) {
    String simple = SIMPLE.get(type.getKind());
    if (simple != null) {
      return simple;
    }
    return switch (type.getKind()) {
      case ARRAY -> "[" + descriptor(((ArrayType) type).getComponentType());
      default -> {
        TypeElement element =
            (TypeElement)
                environment.getTypeUtils().asElement(environment.getTypeUtils().erasure(type));
        String name = environment.getElementUtils().getBinaryName(element).toString();
        yield "L" + name.replace('.', '/') + ";";
      }
    };
  }

  private String header(EntityModel entity, ExecutableElement method, ExecutableType type) {
    return visibility(method)
        + typeParameters(method)
        + TypeNames.of(type.getReturnType())
        + " "
        + signature(entity, method)
        + thrown(type)
        + " {";
  }

  private static String visibility(ExecutableElement method) {
    Set<Modifier> modifiers = method.getModifiers();
    if (modifiers.contains(Modifier.PUBLIC)) {
      return "public ";
    }
    return modifiers.contains(Modifier.PROTECTED) ? "protected " : "";
  }

  private static String typeParameters(ExecutableElement method) {
    return method.getTypeParameters().isEmpty()
        ? ""
        : method.getTypeParameters().stream()
            .map(LazyWriter::typeParameter)
            .collect(Collectors.joining(", ", "<", "> "));
  }

  private static String typeParameter(TypeParameterElement parameter) {
    String bounds =
        parameter.getBounds().stream().map(TypeNames::of).collect(Collectors.joining(" & "));
    return bounds.isEmpty() || bounds.equals("java.lang.Object")
        ? parameter.getSimpleName().toString()
        : parameter.getSimpleName() + " extends " + bounds;
  }

  private String signature(EntityModel entity, ExecutableElement method) {
    List<? extends TypeMirror> types = typeIn(entity, method).getParameterTypes();
    StringBuilder signature = new StringBuilder(method.getSimpleName()).append('(');
    for (int index = 0; index < types.size(); index++) {
      String type = TypeNames.of(types.get(index));
      boolean variable = method.isVarArgs() && index == types.size() - 1;
      signature
          .append(index == 0 ? "" : ", ")
          .append(variable ? type.substring(0, type.length() - 2) + "..." : type)
          .append(' ')
          .append(parameter(index));
    }
    return signature.append(')').toString();
  }

  /** Not the user's own name, which could hide a class or package that the body names. */
  private static String parameter(int index) {
    return "p" + index;
  }

  private static String thrown(ExecutableType type) {
    return type.getThrownTypes().isEmpty()
        ? ""
        : type.getThrownTypes().stream()
            .map(TypeNames::of)
            .collect(Collectors.joining(", ", " throws ", ""));
  }
}
