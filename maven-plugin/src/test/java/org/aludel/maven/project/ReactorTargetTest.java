package org.aludel.maven.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.maven.model.Build;
import org.apache.maven.model.Model;
import org.apache.maven.model.Plugin;
import org.apache.maven.project.MavenProject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReactorTargetTest {
  @TempDir Path directory;

  @Test
  void aBuildOfOneModuleIsMeantAlways() throws IOException {
    MavenProject only = module("only");

    assertThat(new ReactorTarget(List.of(only)).modules()).containsExactly(only);
  }

  @Test
  void amongSeveralTheOneWithSettingsIsMeant() throws IOException {
    MavenProject parent = module("parent");
    MavenProject app = module("app");
    Files.createFile(directory.resolve("app/aludel.yaml"));

    assertThat(new ReactorTarget(List.of(parent, app)).modules()).containsExactly(app);
  }

  @Test
  void amongSeveralTheOneThatDeclaresThePluginIsMeant() throws IOException {
    MavenProject parent = module("parent");
    MavenProject app = module("app");
    Plugin plugin = new Plugin();
    plugin.setGroupId("org.aludel");
    plugin.setArtifactId("aludel-maven-plugin");
    Build build = new Build();
    build.addPlugin(plugin);
    app.getOriginalModel().setBuild(build);

    assertThat(new ReactorTarget(List.of(parent, app)).modules()).containsExactly(app);
  }

  @Test
  void severalModulesOfWhichNoneIsMeantAreAnError() throws IOException {
    MavenProject parent = module("parent");
    MavenProject app = module("app");

    assertThatThrownBy(() -> new ReactorTarget(List.of(parent, app)).modules())
        .hasMessageContaining("ORM-MAVEN-NO-TARGET")
        .hasMessageContaining("aludel.yaml");
  }

  private MavenProject module(String name) throws IOException {
    Path folder = Files.createDirectories(directory.resolve(name));
    MavenProject module = new MavenProject();
    module.setArtifactId(name);
    module.setOriginalModel(new Model());
    module.setFile(folder.resolve("pom.xml").toFile());
    return module;
  }
}
