package org.aludel.instrument;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Method;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.aludel.processor.IndexProcessor;
import org.aludel.processor.MappingProcessor;
import org.aludel.testing.SourceCompiler;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Generated code of classes that stand in unusual places: compiled without a warning, and run. */
@SuppressWarnings("NullAway.Init") // JUnit sets the loader
final class GeneratedAccessTest {
  private static final Map<String, String> SHOP =
      Map.of(
          "base.Keyed",
          """
          package base;
          import jakarta.persistence.*;
          @MappedSuperclass
          public abstract class Keyed {
            @Id private Long id;
            private transient int hidden;
            int notInherited() { return hidden; }
            public Long getId() { return id; }
          }
          """,
          "base.Open",
          """
          package base;
          public abstract class Open extends Middle {}
          abstract class Middle extends Keyed {}
          """,
          "shop.Outer",
          """
          package shop;
          import jakarta.persistence.*;
          class Outer {
            static class Inside {
              enum Mood { SAD, HAPPY }
              @Entity static class Item extends base.Open {
                private int hidden;
                @Enumerated(EnumType.STRING) private Mood mood;
                @ManyToOne private Plain plain;
                Item() {}
                int getHidden() { return hidden; }
              }
            }
          }
          """,
          "shop.Plain",
          """
          package shop;
          import jakarta.persistence.*;
          @Entity class Plain {
            @Id private int id;
            int getId() { return id; }
          }
          """,
          "Unnamed",
          """
          import jakarta.persistence.*;
          @Entity public class Unnamed { @Id private String id; private Unnamed() {} }
          """);

  private static SourceCompiler.Outcome outcome;
  private static URLClassLoader loader;

  @BeforeAll
  static void compile(@TempDir Path folder) {
    outcome =
        new SourceCompiler(folder)
            .processor(new MappingProcessor())
            .processor(new IndexProcessor())
            .compile(SHOP);
    assertThat(outcome.messages()).isEmpty();
    loader = outcome.loader();
  }

  @AfterAll
  static void close() throws IOException {
    loader.close();
  }

  @Test
  void attributesOfAnotherPackageAndOfANestedClassAreReached() throws Exception {
    EntityAccess<Object> access = access("shop.Outer$Inside$Item");
    Object item = access.create();

    access.longId(item, 5);
    access.set(item, 1, 7);

    assertThat(access.attributes())
        .extracting(Attribute::name)
        .containsExactly("id", "hidden", "mood", "plain");
    assertThat(access.get(item, 0)).isEqualTo(5L);
    assertThat(access.get(item, 1)).isEqualTo(7);
  }

  /** A method that only base can override would be left out, so there is no lazy subclass. */
  @Test
  void methodThatNoSubclassHereCanOverrideForbidsALazySubclass() throws Exception {
    assertThat(access("shop.Outer$Inside$Item").supportsLazy()).isFalse();
  }

  @Test
  void packagePrivateClassHasALazySubclassBesideIt() throws Exception {
    EntityAccess<Object> access = access("shop.Plain");
    List<Object> loaded = new ArrayList<>();

    Object lazy = access.lazy(loaded::add);
    Method getId = access.type().getDeclaredMethod("getId");
    getId.setAccessible(true);
    getId.invoke(lazy);

    assertThat(loaded).containsExactly(lazy);
    assertThat(outcome.generated("shop.PlainT")).contains("\nfinal class PlainT");
  }

  @Test
  void classOfTheUnnamedPackageWithAPrivateConstructorIsMade() throws Exception {
    EntityAccess<Object> access = access("Unnamed");
    Object one = access.create();

    access.set(one, 0, "key");

    assertThat(access.get(one, 0)).isEqualTo("key");
  }

  @Test
  void indexNamesNestedClassesAsTheVirtualMachineDoes() {
    assertThat(outcome.resource("META-INF/aludel/mapped-classes"))
        .isEqualTo("Unnamed\nshop.Outer$Inside$Item\nshop.Plain\n");
  }

  @SuppressWarnings("unchecked") // an access of a class that only the test's compiler knows
  private static EntityAccess<Object> access(String name) throws Exception {
    return (EntityAccess<Object>) EntityAccess.of(Class.forName(name, true, loader));
  }
}
