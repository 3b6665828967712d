package org.aludel.orm.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import jakarta.persistence.Entity;
import java.io.IOException;
import java.lang.annotation.ElementType;
import java.lang.annotation.Target;
import java.lang.reflect.Method;
import java.net.JarURLConnection;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.aludel.error.MappingException;
import org.aludel.testing.SourceCompiler;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Walks all of jakarta.persistence: an annotation is honoured, or refused by name. */
@SuppressWarnings("NullAway.Init") // JUnit sets the loader
final class RefusedAnnotationTest {
  /** Those that other tests of this package show to be honoured. */
  private static final Set<String> HONOURED =
      Set.of(
          "Access",
          "AttributeOverride",
          "AttributeOverrides",
          "Basic",
          "CheckConstraint",
          "CollectionTable",
          "Column",
          "Convert",
          "Converts",
          "DiscriminatorColumn",
          "DiscriminatorValue",
          "ElementCollection",
          "Embeddable",
          "Embedded",
          "EmbeddedId",
          "Entity",
          "EntityListeners",
          "Enumerated",
          "EnumeratedValue",
          "ExcludeDefaultListeners",
          "ExcludeSuperclassListeners",
          "ForeignKey",
          "GeneratedValue",
          "Id",
          "IdClass",
          "Index",
          "Inheritance",
          "JoinColumn",
          "JoinColumns",
          "JoinTable",
          "Lob",
          "ManyToMany",
          "ManyToOne",
          "MapKey",
          "MapsId",
          "MapKeyColumn",
          "MapKeyEnumerated",
          "MappedSuperclass",
          "OneToMany",
          "OneToOne",
          "OrderBy",
          "OrderColumn",
          "PostLoad",
          "PostPersist",
          "PostRemove",
          "PostUpdate",
          "PrePersist",
          "PreRemove",
          "PreUpdate",
          "PrimaryKeyJoinColumn",
          "PrimaryKeyJoinColumns",
          "SequenceGenerator",
          "SequenceGenerators",
          "Table",
          "Transient",
          "UniqueConstraint",
          "Version");

  /** Those that stand nowhere by themselves: only inside others, which are refused as a whole. */
  private static final Set<String> NESTED_ONLY =
      Set.of(
          "ColumnResult",
          "ConstructorResult",
          "EntityResult",
          "FieldResult",
          "NamedAttributeNode",
          "NamedSubgraph",
          "PersistenceProperty",
          "QueryHint",
          "StoredProcedureParameter");

  private static URLClassLoader loader;

  static Stream<Class<?>> refused() throws Exception {
    return annotations().stream()
        .filter(type -> !HONOURED.contains(type.getSimpleName()))
        .filter(type -> !NESTED_ONLY.contains(type.getSimpleName()));
  }

  @Test
  void everyAnnotationIsHonouredOrRefusedOrNested() throws Exception {
    assertThat(annotations()).hasSizeGreaterThan(80);
    assertThat(annotations())
        .extracting(Class::getSimpleName)
        .containsAll(HONOURED)
        .containsAll(NESTED_ONLY);
    assertThat(annotations().stream().filter(type -> NESTED_ONLY.contains(type.getSimpleName())))
        .allSatisfy(
            type ->
                assertThat(Objects.requireNonNull(type.getAnnotation(Target.class)).value())
                    .isEmpty());
  }

  @ParameterizedTest
  @MethodSource("refused")
  void annotationIsRefusedByNameWithARemedy(Class<?> annotation) throws Exception {
    Class<?> user = Class.forName(name(annotation), false, loader);

    MappingException failure =
        catchThrowableOfType(MappingException.class, () -> Registry.builder().add(user).build());

    assertThat(failure)
        .hasMessageContaining("ORM-MAP-UNSUPPORTED-ANNOTATION")
        .hasMessageContaining("@" + annotation.getSimpleName())
        .hasMessageContaining(name(annotation))
        .hasMessageContaining("Fix: ");
  }

  /** One entity for each annotation, compiled together because a compiler is slow to start. */
  @BeforeAll
  static void compile(@TempDir Path folder) throws Exception {
    Map<String, String> texts =
        refused()
            .collect(Collectors.toMap(RefusedAnnotationTest::name, RefusedAnnotationTest::text));
    SourceCompiler.Outcome outcome = new SourceCompiler(folder).compile(texts);
    assertThat(outcome.success()).as("%s", outcome.messages()).isTrue();
    loader = outcome.loader();
  }

  @AfterAll
  static void close() throws IOException {
    loader.close();
  }

  private static String name(Class<?> annotation) {
    return "shop." + annotation.getSimpleName() + "User";
  }

  private static String text(Class<?> annotation) {
    List<ElementType> targets =
        Arrays.asList(Objects.requireNonNull(annotation.getAnnotation(Target.class)).value());
    String use = use(annotation);
    boolean type = targets.contains(ElementType.TYPE);
    boolean field = targets.contains(ElementType.FIELD);
    boolean enumOnly = annotation.getSimpleName().equals("EnumeratedValue");
    return "package shop; import jakarta.persistence.*;\n"
        + (type ? use : "")
        + "\n@Entity public class "
        + annotation.getSimpleName()
        + "User { @Id private Long id;"
        + (!type && field && !enumOnly ? use + " private String name;" : "")
        + (!type && !field ? use + " void method() {}" : "")
        + (enumOnly ? "enum Kind { A; " + use + " private int code; } Kind kind;" : "")
        + "}";
  }

  /** The annotation with the least that the compiler accepts for its members. */
  private static String use(Class<?> annotation) {
    StringBuilder members = new StringBuilder();
    for (Method member : annotation.getDeclaredMethods()) {
      if (member.getDefaultValue() == null) {
        members
            .append(members.length() == 0 ? "" : ", ")
            .append(member.getName())
            .append(" = ")
            .append(value(member.getReturnType()));
      }
    }
    return "@" + annotation.getCanonicalName() + "(" + members + ")";
  }

  private static String value(Class<?> type) {
    if (type.isArray()) {
      return "{}";
    }
    if (type == String.class) {
      return "\"x\"";
    }
    if (type == Class.class) {
      return "Object.class";
    }
    if (type.isEnum()) {
      return type.getCanonicalName() + "." + type.getEnumConstants()[0];
    }
    return type.isAnnotation() ? use(type) : "0";
  }

  private static List<Class<?>> annotations() throws IOException, ClassNotFoundException {
    URL url = Objects.requireNonNull(Entity.class.getResource("Entity.class"));
    List<String> names;
    try (var jar = ((JarURLConnection) url.openConnection()).getJarFile()) {
      names =
          jar.stream()
              .map(entry -> entry.getName())
              .filter(name -> name.matches("jakarta/persistence/\\w+\\.class"))
              .map(name -> name.substring(0, name.length() - 6).replace('/', '.'))
              .sorted()
              .toList();
    }
    List<Class<?>> types = new java.util.ArrayList<>();
    for (String name : names) {
      Class<?> type = Class.forName(name, false, Entity.class.getClassLoader());
      if (type.isAnnotation()) {
        types.add(type);
      }
    }
    return types;
  }
}
