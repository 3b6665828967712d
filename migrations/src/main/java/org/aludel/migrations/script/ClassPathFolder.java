package org.aludel.migrations.script;

import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLConnection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;

/**
 * The revision files of one folder of the class path. Jars are scanned, because the class path has
 * no listing; one without an entry for the folder itself is found by its manifest.
 */
final class ClassPathFolder {
  private static final String MANIFEST = JarFile.MANIFEST_NAME;
  private final ClassLoader loader;
  private final String location;

  ClassPathFolder(ClassLoader loader, String location) {
    this.loader = loader;
    this.location = location.replaceAll("^/+|/+$", "");
  }

  SortedMap<String, byte[]> files() throws IOException {
    SortedMap<String, byte[]> files = new TreeMap<>();
    Set<String> scanned = new LinkedHashSet<>();
    for (URL url : Collections.list(loader.getResources(location))) {
      if (url.getProtocol().equals("file")) {
        readDirectory(url, files);
      } else {
        readJar(url, scanned, files);
      }
    }
    if (files.isEmpty()) {
      for (URL url : Collections.list(loader.getResources(MANIFEST))) {
        if (!url.getProtocol().equals("file")) {
          readJar(url, scanned, files);
        }
      }
    }
    return files;
  }

  private void readDirectory(URL url, SortedMap<String, byte[]> files) throws IOException {
    Path directory = Path.of(uri(url));
    List<Path> found;
    try (Stream<Path> walk = Files.walk(directory)) {
      found =
          walk.filter(file -> ScriptDirectory.isRevision(String.valueOf(file.getFileName())))
              .toList();
    }
    for (Path file : found) {
      files.put(file.toString(), Files.readAllBytes(file));
    }
  }

  private void readJar(URL url, Set<String> scanned, SortedMap<String, byte[]> files)
      throws IOException {
    URLConnection connection = url.openConnection();
    if (!(connection instanceof JarURLConnection jarConnection)) {
      return;
    }
    String jarName = jarConnection.getJarFileURL().toString();
    if (!scanned.add(jarName)) {
      return;
    }
    connection.setUseCaches(false);
    try (JarFile jar = jarConnection.getJarFile()) {
      for (JarEntry entry : Collections.list(jar.entries())) {
        String path = entry.getName();
        if (path.startsWith(location + "/")
            && ScriptDirectory.isRevision(path.substring(path.lastIndexOf('/') + 1))) {
          try (InputStream stream = jar.getInputStream(entry)) {
            files.put(jarName + "!/" + path, stream.readAllBytes());
          }
        }
      }
    }
  }

  private static URI uri(URL url) throws IOException {
    try {
      return url.toURI();
    } catch (URISyntaxException e) {
      throw new IOException("the class path entry " + url + " is no URI", e);
    }
  }
}
