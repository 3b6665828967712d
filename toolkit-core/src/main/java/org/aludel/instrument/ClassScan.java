package org.aludel.instrument;

import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLConnection;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.aludel.error.MappingCode;
import org.aludel.error.MappingException;
import org.aludel.error.Problem;

/** Finds classes by looking into the directories and archives of a class path. */
public final class ClassScan {
  private static final String CLASS = ".class";

  private ClassScan() {}

  /** The lines of all resources of that name, sorted, each once; without blank ones. */
  public static List<String> listed(ClassLoader loader, String resource) {
    TreeSet<String> names = new TreeSet<>();
    for (URL url : resources(loader, resource)) {
      try (InputStream input = open(url)) {
        new String(input.readAllBytes(), StandardCharsets.UTF_8)
            .lines()
            .map(String::strip)
            .filter(line -> !line.isEmpty())
            .forEach(names::add);
      } catch (IOException error) {
        throw unreadable(url.toString(), error);
      }
    }
    return List.copyOf(names);
  }

  /**
   * The names of classes that mention an annotation, sorted. Class files are searched for the
   * annotation's name before anything is loaded, so that classes with missing dependencies do not
   * matter; a hit may still be a class that only refers to the annotation.
   *
   * @param packages names of packages, sub-packages included
   */
  public static List<String> annotated(
      ClassLoader loader, Collection<String> packages, String annotation) {
    byte[] descriptor = ("L" + annotation.replace('.', '/') + ";").getBytes(StandardCharsets.UTF_8);
    TreeSet<String> names = new TreeSet<>();
    for (String name : packages) {
      String folder = name.replace('.', '/');
      for (URL url : resources(loader, folder)) {
        try {
          scan(url, folder, descriptor, names);
        } catch (IOException | URISyntaxException error) {
          throw unreadable(url.toString(), error);
        }
      }
    }
    return List.copyOf(names);
  }

  /**
   * A class by name, not initialised.
   *
   * @throws MappingException UNREADABLE_CLASS_PATH when it or something that it needs is missing
   */
  public static Class<?> load(ClassLoader loader, String name) {
    try {
      return Class.forName(name, false, loader);
    } catch (ClassNotFoundException | LinkageError error) {
      throw unreadable(name, error);
    }
  }

  private static List<URL> resources(ClassLoader loader, String name) {
    try {
      return Collections.list(loader.getResources(name));
    } catch (IOException error) {
      throw unreadable(name, error);
    }
  }

  private static void scan(URL url, String folder, byte[] descriptor, Set<String> names)
      throws IOException, URISyntaxException {
    if (url.getProtocol().equals("file")) {
      scanDirectory(Path.of(new URI(url.toString())), folder, descriptor, names);
    } else if (url.openConnection() instanceof JarURLConnection connection) {
      // A cached archive would stay open, and be stale after the next build.
      connection.setUseCaches(false);
      try (JarFile jar = connection.getJarFile()) {
        scanJar(jar, folder, descriptor, names);
      }
    }
  }

  private static void scanDirectory(
      Path directory, String folder, byte[] descriptor, Set<String> names) throws IOException {
    try (Stream<Path> files = Files.walk(directory)) {
      for (Path file : files.filter(path -> path.toString().endsWith(CLASS)).toList()) {
        if (contains(Files.readAllBytes(file), descriptor)) {
          String inside = directory.relativize(file).toString().replace('\\', '/');
          names.add(className(folder + "/" + inside));
        }
      }
    }
  }

  private static void scanJar(JarFile jar, String folder, byte[] descriptor, Set<String> names)
      throws IOException {
    for (JarEntry entry : Collections.list(jar.entries())) {
      if (entry.getName().startsWith(folder + "/") && entry.getName().endsWith(CLASS)) {
        try (InputStream input = jar.getInputStream(entry)) {
          if (contains(input.readAllBytes(), descriptor)) {
            names.add(className(entry.getName()));
          }
        }
      }
    }
  }

  private static String className(String file) {
    return file.substring(0, file.length() - CLASS.length()).replace('/', '.');
  }

  private static boolean contains(byte[] bytes, byte[] wanted) {
    for (int start = 0; start <= bytes.length - wanted.length; start++) {
      int index = 0;
      while (index < wanted.length && bytes[start + index] == wanted[index]) {
        index++;
      }
      if (index == wanted.length) {
        return true;
      }
    }
    return false;
  }

  private static InputStream open(URL url) throws IOException {
    URLConnection connection = url.openConnection();
    connection.setUseCaches(false);
    return connection.getInputStream();
  }

  private static MappingException unreadable(String what, Throwable cause) {
    return new MappingException(
        Problem.of(MappingCode.UNREADABLE_CLASS_PATH, "cannot read \"" + what + "\"")
            .found(cause.toString())
            .expected("mapped classes with all that they need on the class path")
            .fix("compile again from clean, and add the missing dependency"),
        cause);
  }
}
