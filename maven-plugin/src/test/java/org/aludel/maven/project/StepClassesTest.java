package org.aludel.maven.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.tools.ToolProvider;
import org.aludel.migrations.step.Backfill;
import org.aludel.migrations.step.JavaMigration;
import org.apache.maven.execution.DefaultMavenExecutionRequest;
import org.apache.maven.execution.DefaultMavenExecutionResult;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.model.Build;
import org.apache.maven.project.DependencyResolutionException;
import org.apache.maven.project.DependencyResolutionRequest;
import org.apache.maven.project.DependencyResolutionResult;
import org.apache.maven.project.MavenProject;
import org.apache.maven.project.ProjectDependenciesResolver;
import org.eclipse.aether.DefaultRepositorySystemSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The classes of steps: compile output and libraries, looked for when they are asked for. */
class StepClassesTest {
  @TempDir Path directory;
  private final List<MavenProject> resolved = new ArrayList<>();

  /** A build whose libraries are not there. */
  private final class Libraries implements ProjectDependenciesResolver {
    @Override
    public DependencyResolutionResult resolve(DependencyResolutionRequest request)
        throws DependencyResolutionException {
      resolved.add(request.getMavenProject());
      throw new DependencyResolutionException(
          null, "no such library", new IllegalStateException("no such library"));
    }
  }

  @SuppressWarnings("deprecation") // the only constructor that a test can call
  private StepClasses classes() {
    Build build = new Build();
    build.setOutputDirectory(directory.resolve("classes").toString());
    MavenProject module = new MavenProject();
    module.setArtifactId("shop");
    module.setFile(directory.resolve("pom.xml").toFile());
    module.setBuild(build);
    MavenSession session =
        new MavenSession(
            null,
            new DefaultRepositorySystemSession(),
            new DefaultMavenExecutionRequest(),
            new DefaultMavenExecutionResult());
    return new StepClasses(module, session, new Libraries());
  }

  @Test
  void ourOwnStepsNeedNoBuild() throws Exception {
    try (StepClasses classes = classes()) {
      assertThat(Class.forName(Backfill.class.getName(), true, classes)).isEqualTo(Backfill.class);
    }
    assertThat(resolved).isEmpty();
  }

  @Test
  void librariesThatAreMissingAreNamed() throws Exception {
    try (StepClasses classes = classes()) {
      assertThatThrownBy(() -> Class.forName("shop.Step", true, classes))
          .isInstanceOf(ClassNotFoundException.class)
          .hasMessageContaining("the libraries of shop are not there: ")
          .hasMessageContaining("no such library");
    }
    assertThat(resolved).hasSize(1);
  }

  @Test
  void aStepOfTheModuleIsOfTheSameKindAsOurs() throws Exception {
    Path source = Files.createDirectories(directory.resolve("shop")).resolve("Step.java");
    Files.writeString(
        source,
        """
        package shop;
        public final class Step extends org.aludel.migrations.step.JavaMigration {
          public Step() {}
          @Override public void up(org.aludel.migrations.step.StepContext context) {}
        }
        """);
    String output = Files.createDirectories(directory.resolve("classes")).toString();
    int failed =
        ToolProvider.getSystemJavaCompiler()
            .run(
                null,
                null,
                null,
                "-proc:none",
                "-cp",
                System.getProperty("java.class.path"),
                "-d",
                output,
                source.toString());
    assertThat(failed).isZero();

    try (ProjectClassLoader classes = ProjectClassLoader.of(List.of(new File(output).toPath()))) {
      assertThat(Class.forName("shop.Step", true, classes)).isAssignableTo(JavaMigration.class);
    }
  }
}
