package org.aludel.migrations.extension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.aludel.error.RevisionException;
import org.aludel.schema.MetaData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ExtensionsTest {
  @TempDir Path directory;

  /** Adds a rewriter that writes nothing. */
  public static final class Second implements Plugin {
    @Override
    public Extensions addTo(Extensions given) {
      return given.rewriter((directives, sides) -> List.of());
    }
  }

  /** Adds a rewriter that gives every revision the title of its argument. */
  public static final class First implements Plugin {
    @Override
    public Extensions addTo(Extensions given) {
      String title = given.arguments().getOrDefault("title", "none");
      return given.rewriter(
          (directives, sides) -> directives.stream().map(each -> each.withMessage(title)).toList());
    }
  }

  /** Cannot be added. */
  public static final class Broken implements Plugin {
    @Override
    public Extensions addTo(Extensions given) {
      throw new IllegalStateException("no licence");
    }
  }

  private ClassLoader naming(Class<?>... plugins) throws IOException {
    StringBuilder names = new StringBuilder();
    for (Class<?> each : plugins) {
      names.append(each.getName()).append('\n');
    }
    return naming(names.toString());
  }

  private ClassLoader naming(String names) throws IOException {
    Path services = Files.createDirectories(directory.resolve("META-INF/services"));
    Files.writeString(services.resolve(Plugin.class.getName()), names);
    URL[] classPath = {directory.toUri().toURL()};
    return new URLClassLoader(classPath, getClass().getClassLoader());
  }

  private static List<RevisionDirective> rewritten(Extensions extensions) {
    return extensions.rewritten(
        new RevisionDirective("x", List.of(new ComparatorsTest.Note("n"))),
        new RevisionRewriter.Sides(MetaData.empty(), MetaData.empty()));
  }

  @Test
  void aPluginIsFoundAndReadsItsArguments() throws IOException {
    Extensions extensions =
        Extensions.none().arguments(Map.of("title", "by plugin")).andLoaded(naming(First.class));

    assertThat(rewritten(extensions))
        .extracting(RevisionDirective::message)
        .containsExactly("by plugin");
  }

  @Test
  void pluginsAddInTheOrderOfTheirNames() throws IOException {
    Extensions extensions = Extensions.load(naming(Second.class, First.class));

    assertThat(rewritten(extensions)).isEmpty();
  }

  @Test
  void aPluginThatFailsIsNamed() throws IOException {
    ClassLoader broken = naming(Broken.class);
    ClassLoader unknown = naming("acme.Nothing");

    assertThatThrownBy(() -> Extensions.load(unknown))
        .isInstanceOf(RevisionException.class)
        .hasMessageContaining("ORM-MIG-EXTENSION-FAILED")
        .hasMessageContaining("acme.Nothing");
    Files.writeString(
        directory.resolve("META-INF/services").resolve(Plugin.class.getName()),
        Broken.class.getName());
    assertThatThrownBy(() -> Extensions.load(broken))
        .isInstanceOf(RevisionException.class)
        .hasMessageContaining("ExtensionsTest$Broken")
        .hasMessageContaining("no licence");
  }
}
