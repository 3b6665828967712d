package org.aludel.orm.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import org.aludel.error.MappingException;
import org.aludel.orm.mapping.shop.Address;
import org.aludel.orm.mapping.shop.Base;
import org.aludel.orm.mapping.shop.User;
import org.aludel.processor.IndexProcessor;
import org.aludel.processor.MappingProcessor;
import org.aludel.testing.SourceCompiler;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where entity classes are found. */
final class DiscoveryTest {
  private static final Map<String, String> CLASSES =
      Map.of(
          "a.One",
              "package a; import jakarta.persistence.*; @Entity public class One { @Id private Long"
                  + " id; }",
          "a.deep.Two",
              "package a.deep; import jakarta.persistence.*; @Entity public class Two { @Id private"
                  + " Long id; }",
          "b.Three",
              "package b; import jakarta.persistence.*; @Entity public class Three { @Id private"
                  + " Long id; }",
          "a.Mentions", "package a; public class Mentions { jakarta.persistence.Entity entity; }");

  /** A class and a part of it, without annotations, and those that map them. */
  private static final Map<String, String> FOREIGN =
      Map.of(
          "lib.Plain",
          "package lib; public class Plain { private long id; private Part part; }",
          "lib.Part",
          "package lib; public class Part { private int x; }",
          "a.Around",
          "package a; import jakarta.persistence.*; import org.aludel.orm.annotation.Maps;"
              + " class Around { @Entity @Maps(lib.Plain.class) abstract static class PlainMapping"
              + " { @Id long id; @Embedded lib.Part part; } }",
          "a.PartMapping",
          "package a; import jakarta.persistence.*; import org.aludel.orm.annotation.Maps;"
              + " @Embeddable @Maps(lib.Part.class) class PartMapping { int x; }",
          "b.PlainMapping",
          "package b; import jakarta.persistence.*; import org.aludel.orm.annotation.Maps;"
              + " @Entity(name = \"Other\") @Maps(lib.Plain.class) class PlainMapping"
              + " { @Id long id; }");

  /** A base below which nothing is mapped. */
  abstract static class Lonely extends DeclarativeBase {}

  @TempDir Path folder;
  private SourceCompiler compiler;

  @BeforeEach
  void start() {
    compiler = new SourceCompiler(folder);
  }

  @Test
  void declarativeBaseFindsTheEntitiesBelowIt() {
    assertThat(names(Registry.of(Base.class)))
        .containsExactly(Address.class.getName(), User.class.getName());
  }

  @Test
  void baseWithoutEntitiesIsRefused() {
    assertThatThrownBy(() -> Registry.of(Lonely.class))
        .isInstanceOf(MappingException.class)
        .hasMessageContaining("ORM-MAP-NOT-MAPPED")
        .hasMessageContaining("no index META-INF/aludel/mapped-classes");
  }

  @Test
  void baseOfThePlatformFindsWhatTheApplicationHas() {
    assertThat(Discovery.below(Object.class)).contains(User.class);
  }

  @Test
  void packagesAreScannedWhereThereIsNoIndex() throws Exception {
    compiler.compile(CLASSES);

    try (URLClassLoader loader = isolated(folder.resolve("classes"))) {
      assertThat(names(Registry.discover(loader, List.of("a"))))
          .containsExactly("a.One", "a.deep.Two");
    }
  }

  @Test
  void archivesAreScannedToo() throws Exception {
    compiler.compile(CLASSES);
    Path jar = jar(folder.resolve("classes"));

    try (URLClassLoader loader = isolated(jar)) {
      assertThat(names(Registry.discover(loader, List.of("a.deep", "b"))))
          .containsExactly("a.deep.Two", "b.Three");
    }
  }

  @Test
  void indexIsUsedWhereThereIsOne() throws Exception {
    compiler.processor(new MappingProcessor()).processor(new IndexProcessor()).compile(CLASSES);

    try (URLClassLoader loader = isolated(folder.resolve("classes"))) {
      assertThat(names(Registry.discover(loader, List.of())))
          .containsExactly("a.One", "a.deep.Two", "b.Three");
      assertThat(names(Registry.discover(loader, List.of("b")))).containsExactly("b.Three");
    }
  }

  @Test
  void classesThatMapOthersAreFoundByTheIndexAndWithout() throws Exception {
    for (boolean processed : List.of(false, true)) {
      if (processed) {
        compiler.processor(new MappingProcessor()).processor(new IndexProcessor());
      }
      SourceCompiler.Outcome outcome = compiler.compile(FOREIGN);
      assertThat(outcome.messages()).isEmpty();

      try (URLClassLoader loader = isolated(folder.resolve("classes"))) {
        assertThat(columns(Registry.discover(loader, List.of("a"))))
            .containsExactly("plain [id, x]");
        assertThat(columns(Registry.discover(loader, List.of("b")))).containsExactly("other [id]");
      }
    }
  }

  @Test
  void classIsMappedByOneClassOfARegistryAndByOthersElsewhere() throws Exception {
    compiler.processor(new MappingProcessor()).processor(new IndexProcessor()).compile(FOREIGN);

    try (URLClassLoader loader = isolated(folder.resolve("classes"))) {
      Class<?> plain = Class.forName("lib.Plain", false, loader);
      assertThat(Registry.discover(loader, List.of("a")).mapper(plain).access().basicCount())
          .isEqualTo(2);
      assertThat(Registry.discover(loader, List.of("b")).mapper(plain).access().basicCount())
          .isEqualTo(1);
      assertThatThrownBy(() -> Registry.discover(loader, List.of()))
          .isInstanceOf(MappingException.class)
          .hasMessageContaining("cannot map \"b.PlainMapping\"")
          .hasMessageContaining("which \"a.Around.PlainMapping\" maps too");
    }
  }

  private static List<String> columns(Registry registry) {
    return registry.metaData().tables().stream()
        .map(
            table ->
                table.name().name()
                    + " "
                    + table.columns().stream().map(column -> column.name()).toList())
        .toList();
  }

  @Test
  void packageWithoutEntitiesIsRefused() throws Exception {
    compiler.compile(CLASSES);

    try (URLClassLoader loader = isolated(folder.resolve("classes"))) {
      assertThatThrownBy(() -> Registry.discover(loader, List.of("c")))
          .isInstanceOf(MappingException.class)
          .hasMessageContaining("ORM-MAP-NOT-MAPPED")
          .hasMessageContaining("the packages c");
    }
  }

  @Test
  void classThatAnIndexNamesAndNobodyHasIsRefused() throws Exception {
    compiler.processor(new MappingProcessor()).processor(new IndexProcessor()).compile(CLASSES);
    Files.delete(folder.resolve("classes/b/Three.class"));

    try (URLClassLoader loader = isolated(folder.resolve("classes"))) {
      assertThatThrownBy(() -> Registry.discover(loader, List.of()))
          .isInstanceOf(MappingException.class)
          .hasMessageContaining("ORM-MAP-UNREADABLE-CLASS-PATH")
          .hasMessageContaining("b.Three");
    }
  }

  @Test
  void generatedCodeOfAnOlderTextIsRefused() throws Exception {
    compiler.processor(new MappingProcessor()).processor(new IndexProcessor()).compile(CLASSES);
    String changed =
        "package a; import jakarta.persistence.*;"
            + " @Entity public class One { @Id private Long id; private String added; }";
    new SourceCompiler(folder).compile(Map.of("a.One", changed));

    try (URLClassLoader loader = isolated(folder.resolve("classes"))) {
      Registry registry = Registry.discover(loader, List.of("a"));
      Mapper<?> one = registry.mapper(Class.forName("a.One", false, loader));

      assertThatThrownBy(one::access)
          .isInstanceOf(MappingException.class)
          .hasMessageContaining("ORM-MAP-NO-GENERATED-CODE")
          .hasMessageContaining("attributes [id] instead of [id, added]");
    }
  }

  private static List<String> names(Registry registry) {
    return registry.mappers().stream().map(mapper -> mapper.type().getName()).toList();
  }

  /** A loader that sees the annotations, but not the index of these tests. */
  private static URLClassLoader isolated(Path classes) throws IOException {
    URL[] urls = {classes.toUri().toURL()};
    ClassLoader tests = DiscoveryTest.class.getClassLoader();
    return new URLClassLoader(
        urls,
        new ClassLoader(null) {
          @Override
          protected Class<?> findClass(String name) throws ClassNotFoundException {
            return tests.loadClass(name);
          }
        });
  }

  private static Path jar(Path classes) throws IOException {
    Path jar = classes.resolveSibling("classes.jar");
    try (OutputStream file = Files.newOutputStream(jar);
        JarOutputStream out = new JarOutputStream(file);
        Stream<Path> paths = Files.walk(classes)) {
      // With entries for folders, as the archiver of Maven writes them.
      for (Path path : paths.sorted().filter(one -> !one.equals(classes)).toList()) {
        String name = classes.relativize(path).toString();
        boolean directory = Files.isDirectory(path);
        out.putNextEntry(new JarEntry(directory ? name + "/" : name));
        if (!directory) {
          out.write(Files.readAllBytes(path));
        }
      }
    }
    return jar;
  }
}
