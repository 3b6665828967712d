package org.aludel.orm.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.Map;
import org.aludel.processor.IndexProcessor;
import org.aludel.processor.MappingProcessor;
import org.aludel.testing.SourceCompiler;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two entities of one table. */
final class SharedTableTest {
  private static final String IMPORTS =
      "package shop; import jakarta.persistence.*; import org.aludel.orm.mapping.*; ";
  private static final Map<String, String> BELOW_A_BASE =
      Map.of(
          "shop.Base",
          IMPORTS + "public abstract class Base extends DeclarativeBase {}",
          "shop.Zoo",
          IMPORTS
              + "@Entity @Table(name = \"ark\", schema = \"old\")"
              + " public class Zoo extends Base { @Id private Long id; }",
          "shop.Ark",
          IMPORTS
              + "@Entity @Table(schema = \"old\")"
              + " public class Ark extends Base { @Id private Long id; }");

  @TempDir Path folder;

  @Test
  void compilerAndRegistrySayTheSameBelowADeclarativeBase(@TempDir Path other) throws Exception {
    SourceCompiler.Outcome processed =
        new SourceCompiler(folder)
            .processor(new MappingProcessor())
            .processor(new IndexProcessor())
            .compile(BELOW_A_BASE);
    SourceCompiler.Outcome plain = new SourceCompiler(other).compile(BELOW_A_BASE);

    String message = processed.messages().get(0).substring("ERROR: ".length());
    assertThat(processed.messages()).hasSize(1);
    assertThat(message)
        .contains("cannot map \"shop.Zoo\"", "the table \"old.ark\", to which \"shop.Ark\"");
    try (URLClassLoader loader = plain.loader()) {
      Class<?> zoo = Class.forName("shop.Zoo", false, loader);
      Class<?> ark = Class.forName("shop.Ark", false, loader);
      assertThatThrownBy(() -> Registry.builder().add(zoo, ark).build())
          .hasMessage(message.replace("\n  ", "\n"));
    }
  }

  @Test
  void compilerLeavesClassesThatMayBelongToTwoRegistries() {
    Map<String, String> apart =
        Map.of(
            "shop.Zoo",
            IMPORTS + "@Entity @Table(name = \"ark\") public class Zoo { @Id private Long id; }",
            "shop.Ark",
            IMPORTS + "@Entity public class Ark { @Id private Long id; }");

    SourceCompiler.Outcome outcome =
        new SourceCompiler(folder)
            .processor(new MappingProcessor())
            .processor(new IndexProcessor())
            .compile(apart);

    assertThat(outcome.messages()).isEmpty();
  }
}
