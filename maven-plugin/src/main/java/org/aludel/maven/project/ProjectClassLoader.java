package org.aludel.maven.project;

import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;

/**
 * The classes of the user's build. Only Aludel and the annotations of jakarta.persistence come from
 * the plugin, so that both sides speak of the same types; everything else is the project's own, and
 * a library that the plugin uses in another version does not get in its way.
 *
 * <p>Close it when the goal ends: on some systems an open jar cannot be rebuilt.
 */
public final class ProjectClassLoader extends URLClassLoader {
  private static final List<String> SHARED = List.of("org.aludel.", "jakarta.persistence.");

  static {
    registerAsParallelCapable();
  }

  private final ClassLoader plugin;

  private ProjectClassLoader(URL[] classPath, ClassLoader plugin) {
    super("project", classPath, ClassLoader.getPlatformClassLoader());
    this.plugin = plugin;
  }

  /** A loader over directories and jars in the order of a class path. */
  public static ProjectClassLoader of(Collection<Path> classPath) {
    URL[] urls = classPath.stream().map(ProjectClassLoader::url).toArray(URL[]::new);
    return new ProjectClassLoader(urls, ProjectClassLoader.class.getClassLoader());
  }

  @Override
  protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
    if (SHARED.stream().anyMatch(name::startsWith)) {
      try {
        return plugin.loadClass(name);
      } catch (ClassNotFoundException absent) {
        return super.loadClass(name, resolve); // a user's class below one of these packages
      }
    }
    return super.loadClass(name, resolve);
  }

  private static URL url(Path path) {
    try {
      return path.toUri().toURL();
    } catch (MalformedURLException impossible) {
      throw new IllegalStateException("a file has no URL: " + path, impossible);
    }
  }
}
