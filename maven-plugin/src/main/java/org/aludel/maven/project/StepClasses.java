package org.aludel.maven.project;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.project.DefaultDependencyResolutionRequest;
import org.apache.maven.project.DependencyResolutionException;
import org.apache.maven.project.DependencyResolutionResult;
import org.apache.maven.project.MavenProject;
import org.apache.maven.project.ProjectDependenciesResolver;
import org.eclipse.aether.graph.Dependency;
import org.jspecify.annotations.Nullable;

/**
 * The classes that revisions of a module name: its compile output and its libraries. Libraries are
 * looked for only once a class is asked for that is not ours, because hardly any revision has one
 * and most runs must not wait for a build that is not compiled. Close it when the goal ends.
 */
public final class StepClasses extends ClassLoader implements Closeable {
  private static final String OURS = "org.aludel.migrations.step.";
  private static final Set<String> NOT_AT_RUN_TIME = Set.of("test", "provided", "system");

  private final MavenProject module;
  private final MavenSession session;
  private final ProjectDependenciesResolver resolver;
  private @Nullable ProjectClassLoader classes;

  public StepClasses(
      MavenProject module, MavenSession session, ProjectDependenciesResolver resolver) {
    super("steps", StepClasses.class.getClassLoader());
    this.module = module;
    this.session = session;
    this.resolver = resolver;
  }

  @Override
  protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
    return name.startsWith(OURS) ? super.loadClass(name, resolve) : project().loadClass(name);
  }

  private synchronized ProjectClassLoader project() throws ClassNotFoundException {
    if (classes == null) {
      classes = ProjectClassLoader.of(classPath());
    }
    return classes;
  }

  private List<Path> classPath() throws ClassNotFoundException {
    List<Path> path = new ArrayList<>();
    if (module.getBasedir() == null) {
      return path;
    }
    path.add(Path.of(module.getBuild().getOutputDirectory()));
    DefaultDependencyResolutionRequest request =
        new DefaultDependencyResolutionRequest(module, session.getRepositorySession());
    request.setResolutionFilter(
        (node, parents) ->
            node.getDependency() == null
                || !NOT_AT_RUN_TIME.contains(node.getDependency().getScope()));
    try {
      DependencyResolutionResult result = resolver.resolve(request);
      for (Dependency each : result.getResolvedDependencies()) {
        path.add(each.getArtifact().getFile().toPath());
      }
    } catch (DependencyResolutionException e) {
      throw new ClassNotFoundException(
          "the libraries of " + module.getArtifactId() + " are not there: " + e.getMessage(), e);
    }
    return path;
  }

  @Override
  public synchronized void close() throws IOException {
    if (classes != null) {
      classes.close();
    }
  }
}
