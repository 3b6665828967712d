package org.aludel.orm.hybrid;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.aludel.processor.MappingProcessor;
import org.aludel.testing.GoldenFile;
import org.aludel.testing.SourceCompiler;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the annotation processor makes of hybrids before any metamodel is there. */
final class HybridSourceTest {
  private static final String IMPORTS =
      "package shop; import jakarta.persistence.*; import org.aludel.sql.*;"
          + " import org.aludel.orm.annotation.*; import java.util.*; ";
  private static final String TEXT = "static Expression<String> ";

  @TempDir Path folder;

  @Test
  void theMetamodelTakesOverNameAndParameters() {
    SourceCompiler.Outcome outcome =
        compile(
            "Shop",
            "public class Shop { @Entity static class User { @Id private Long id;"
                + " private String name;"
                + " String getLabel() { return name; }"
                + " @Hybrid public static Expression<String> label(Shop_UserT user)"
                + " { return user.name; }"
                + " boolean isOneOf(List<String> some, String... more)"
                + " { return some.contains(name); }"
                + " @Hybrid static Predicate isOneOf("
                + "Shop_UserT user, List<String> some, String... more)"
                + " { return user.name.in(some); } } }");

    assertThat(outcome.messages()).isEmpty();
    GoldenFile.of(HybridSourceTest.class, "Shop_UserT.java")
        .assertEquals(outcome.generated("shop.Shop_UserT"));
  }

  @Test
  void aMetamodelOfAnotherClassMayBeAmongTheParameters() {
    SourceCompiler.Outcome outcome =
        new SourceCompiler(folder)
            .processor(new MappingProcessor())
            .compile(
                Map.of(
                    "shop.User",
                    IMPORTS
                        + "@Entity public class User { @Id private Long id; String name;"
                        + " String x(OrderT order) { return name; } @Hybrid "
                        + TEXT
                        + "x(UserT user, OrderT order) { return user.name.concat(order.note); } }",
                    "shop.Order",
                    IMPORTS
                        + "@Entity @Table(name = \"orders\") public class Order"
                        + " { @Id private Long id; String note; }"));

    assertThat(outcome.messages()).isEmpty();
    assertThat(outcome.generated("shop.UserT")).contains(" x(shop.OrderT order) {");
  }

  @Test
  void aNameThatTheMetamodelHasIsRefused() {
    SourceCompiler.Outcome outcome =
        compile(
            "User",
            "@Entity public class User { @Id private Long id; String alias() { return null; }"
                + " @Hybrid "
                + TEXT
                + "alias(UserT user) { return null; } }");

    assertThat(outcome.messages())
        .anyMatch(
            message ->
                message.contains("cannot map \"shop.User.alias()\"")
                    && message.contains("of a name that UserT has already")
                    && message.contains("rename the method"));
  }

  @Test
  void aMisspeltMetamodelIsNamedInTheRefusal() {
    SourceCompiler.Outcome outcome =
        compile(
            "User",
            "@Entity public class User { @Id private Long id; String x() { return null; }"
                + " @Hybrid "
                + TEXT
                + "x(UsersT user) { return null; } }");

    assertThat(outcome.messages())
        .anyMatch(message -> message.contains("a method whose first parameter is not UserT"));
  }

  @Test
  void aMappedSuperclassHasTheColumnsThatAllEntitiesHave() {
    SourceCompiler.Outcome outcome =
        new SourceCompiler(folder)
            .processor(new MappingProcessor())
            .compile(
                Map.of(
                    "shop.Named",
                    IMPORTS
                        + "@MappedSuperclass public abstract class Named<K> { K code;"
                        + " String name; List<String> tags;"
                        + " public String label() { return name; } @Hybrid public "
                        + TEXT
                        + "label(NamedT named) { return named.name; } }",
                    "shop.User",
                    IMPORTS + "@Entity public class User extends Named<Long> { @Id Long id; }"));

    assertThat(outcome.messages()).isEmpty();
    GoldenFile.of(HybridSourceTest.class, "NamedT.java")
        .assertEquals(outcome.generated("shop.NamedT"));
    assertThat(outcome.generated("shop.UserT"))
        .contains("return shop.Named.label(new shop.NamedT(name, tags));");
  }

  @Test
  void anEntityBelowTakesOverWhatItsPackageCanCall() {
    SourceCompiler.Outcome outcome =
        new SourceCompiler(folder)
            .processor(new MappingProcessor())
            .compile(
                Map.of(
                    "shop.Animal",
                    IMPORTS
                        + "@Entity public class Animal { @Id Long id; String name;"
                        + " public String x() { return name; } String y() { return name; }"
                        + " @Hybrid public "
                        + TEXT
                        + "x(AnimalT animal) { return animal.name; } @Hybrid "
                        + TEXT
                        + "y(AnimalT animal) { return animal.name; } }",
                    "pets.Dog",
                    IMPORTS.replace("package shop;", "package pets;")
                        + "@Entity public class Dog extends shop.Animal {}"));

    assertThat(outcome.messages()).isEmpty();
    assertThat(outcome.generated("pets.DogT"))
        .contains("return shop.AnimalT.of(this).x();")
        .doesNotContain(" y()");
  }

  private SourceCompiler.Outcome compile(String name, String text) {
    return new SourceCompiler(folder)
        .processor(new MappingProcessor())
        .compile(Map.of("shop." + name, IMPORTS + text));
  }
}
