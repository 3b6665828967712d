package org.aludel.orm.foreign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.Point;
import java.nio.file.Path;
import java.util.Map;
import org.aludel.error.MappingCode;
import org.aludel.error.MappingException;
import org.aludel.orm.foreign.billing.Customer;
import org.aludel.orm.foreign.billing.Invoice;
import org.aludel.orm.foreign.billing.Line;
import org.aludel.orm.mapping.Registry;
import org.aludel.orm.mapping.RegistryBuilder;
import org.aludel.processor.MappingProcessor;
import org.aludel.testing.SourceCompiler;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What keeps a class from being mapped by another. */
final class ForeignFaultTest {
  private static final String IMPORTS =
      "package shop; import jakarta.persistence.*; import org.aludel.orm.annotation.*; ";

  @TempDir Path folder;

  @Test
  void aClosedPackageIsNamedWithTheOptionThatOpensIt() {
    Registry registry = Registry.builder().add(Spot.class).build();

    assertThatThrownBy(() -> registry.mapper(Point.class).access())
        .isInstanceOf(MappingException.class)
        .hasMessageContaining("cannot reach the fields of \"java.awt.Point\"")
        .hasMessageContaining("opens java.awt")
        .hasMessageContaining("--add-opens java.desktop/java.awt=ALL-UNNAMED")
        .hasMessageContaining(MappingCode.CLOSED_PACKAGE.name().replace('_', '-'));
  }

  @Test
  void allFaultsOfAMappingClassAreReportedTogether() {
    SourceCompiler.Outcome outcome =
        compile(
            "shop.Plain",
            "public class Plain { long id; static int a; int b; }",
            "shop.PlainMapping",
            "@Entity @Maps(Plain.class) class PlainMapping { @Id long id; int a; long b; int c; }");

    assertThat(outcome.messages()).hasSize(3);
    assertThat(outcome.messages().toString())
        .contains("shop.PlainMapping.a", "shop.PlainMapping.b", "shop.PlainMapping.c");
  }

  @Test
  void aMappedClassWithoutAnEmptyConstructorIsRefused() {
    SourceCompiler.Outcome outcome =
        compile(
            "shop.Plain",
            "public class Plain { long id; public Plain(long id) { this.id = id; } }",
            "shop.PlainMapping",
            "@Entity @Maps(Plain.class) class PlainMapping { @Id long id; }");

    assertThat(outcome.messages())
        .singleElement()
        .asString()
        .contains("no constructor without parameters", "map a class of your own");
  }

  @Test
  void aLazyReferenceToAClassThatCannotStandInIsRefusedWithTheWayOut() {
    SourceCompiler.Outcome outcome =
        compile(
            "shop.Plain",
            "public final class Plain { private long id; }",
            "shop.PlainMapping",
            "@Entity @Maps(Plain.class) class PlainMapping { @Id long id; }"
                + " @Entity class Other { @Id long id; @ManyToOne Plain plain; Other() {} }");

    assertThat(outcome.messages())
        .singleElement()
        .asString()
        .contains("a lazy reference to \"shop.Plain\", which is final")
        .contains("load it with the object: @Load(Load.Strategy.SELECT_IN)")
        .doesNotContain("remove \"final\"");
  }

  @Test
  void mapsAloneSaysNothingAndIsRefused() {
    SourceCompiler.Outcome outcome =
        compile(
            "shop.Plain",
            "public class Plain { long id; }",
            "shop.PlainMapping",
            "@Maps(Plain.class) class PlainMapping { @Id long id; }");

    assertThat(outcome.messages())
        .singleElement()
        .asString()
        .contains("@Maps on a class without @Entity or @Embeddable");
  }

  @Test
  void aMappedClassOutsideOfTheRegistryIsNoEntity() {
    RegistryBuilder builder = Registry.builder().add(CustomerMapping.class, LineMapping.class);

    assertThatThrownBy(builder::build)
        .isInstanceOf(MappingException.class)
        .hasMessageContaining(Customer.class.getCanonicalName() + ".invoices")
        .hasMessageContaining(Line.class.getCanonicalName() + ".invoice")
        .hasMessageContaining(Invoice.class.getCanonicalName());
  }

  private SourceCompiler.Outcome compile(
      String name, String text, String otherName, String otherText) {
    return new SourceCompiler(folder)
        .processor(new MappingProcessor())
        .compile(Map.of(name, IMPORTS + text, otherName, IMPORTS + otherText));
  }
}
