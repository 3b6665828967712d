package org.aludel.maven.project;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.aludel.error.Problem;
import org.aludel.maven.MavenCode;
import org.aludel.maven.MavenException;
import org.apache.maven.model.Build;
import org.apache.maven.model.Plugin;
import org.apache.maven.project.MavenProject;

/**
 * Which modules of a build a goal is meant for. {@code mvn orm:upgrade} at the root of a build of
 * several modules is run once for all of them, yet only one or two have a database: those that hold
 * an {@code aludel.yaml} or whose own POM declares the plugin. A build of one module is always
 * meant.
 */
public final class ReactorTarget {
  /** The file of settings that makes a module a target. */
  public static final String SETTINGS_FILE = "aludel.yaml";

  private static final String PLUGIN = "org.aludel:aludel-maven-plugin";

  private final List<MavenProject> reactor;

  public ReactorTarget(List<MavenProject> reactor) {
    this.reactor = List.copyOf(reactor);
  }

  /**
   * The modules in which a goal should run, in the order of the build; never empty.
   *
   * @throws MavenException NO_TARGET when it should run in none of them
   */
  public List<MavenProject> modules() {
    if (reactor.size() == 1) {
      return reactor;
    }
    List<MavenProject> meant = reactor.stream().filter(ReactorTarget::declares).toList();
    if (meant.isEmpty()) {
      throw new MavenException(
          Problem.of(
                  MavenCode.NO_TARGET,
                  "cannot choose a module of \"" + reactor.get(0).getArtifactId() + "\"")
              .found(reactor.size() + " modules; none holds " + SETTINGS_FILE)
              .expected("a module with " + SETTINGS_FILE + " or the plugin in its own POM")
              .fix("create an empty " + SETTINGS_FILE + " in the module that owns the database"));
    }
    return meant;
  }

  private static boolean declares(MavenProject module) {
    Path directory = module.getBasedir() == null ? null : module.getBasedir().toPath();
    if (directory != null && Files.exists(directory.resolve(SETTINGS_FILE))) {
      return true;
    }
    Build build = module.getOriginalModel().getBuild();
    return build != null
        && build.getPlugins().stream().map(Plugin::getKey).anyMatch(PLUGIN::equals);
  }
}
