package org.aludel.maven.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.persistence.Entity;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.aludel.error.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yaml.snakeyaml.Yaml;

class ProjectClassLoaderTest {
  @TempDir Path directory;

  @Test
  void sharesAludelAndTheAnnotationsWithThePlugin() throws Exception {
    try (ProjectClassLoader loader = ProjectClassLoader.of(List.of())) {
      assertThat(loader.loadClass(Problem.class.getName())).isSameAs(Problem.class);
      assertThat(loader.loadClass(Entity.class.getName())).isSameAs(Entity.class);
    }
  }

  @Test
  void hidesWhatThePluginUsesForItself() throws Exception {
    try (ProjectClassLoader loader = ProjectClassLoader.of(List.of())) {
      assertThatThrownBy(() -> loader.loadClass(Yaml.class.getName()))
          .isInstanceOf(ClassNotFoundException.class);
    }
  }

  @Test
  void loadsTheProjectsOwnCopyOfALibrary() throws Exception {
    try (ProjectClassLoader loader = ProjectClassLoader.of(List.of(whereIs(Yaml.class)))) {
      assertThat(loader.loadClass(Yaml.class.getName())).isNotSameAs(Yaml.class);
    }
  }

  @Test
  void findsTheProjectsResourcesAndNotThePlugins() throws Exception {
    Files.writeString(directory.resolve("mine.txt"), "mine");

    try (ProjectClassLoader loader = ProjectClassLoader.of(List.of(directory))) {
      assertThat(loader.getResource("mine.txt")).isNotNull();
      assertThat(loader.getResource("META-INF/maven/plugin.xml")).isNull();
    }
  }

  private static Path whereIs(Class<?> type) throws IOException, URISyntaxException {
    return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
  }
}
