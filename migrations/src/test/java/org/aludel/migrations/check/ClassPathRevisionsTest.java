package org.aludel.migrations.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.jar.JarOutputStream;
import java.util.zip.ZipEntry;
import org.aludel.migrations.revision.Change;
import org.aludel.migrations.revision.ChangeSet;
import org.aludel.migrations.revision.Revision;
import org.aludel.migrations.script.RevisionFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClassPathRevisionsTest {
  private static final String FOLDER = "db/migrations/";
  private static final String INDEX = "META-INF/aludel/heads";

  @TempDir Path temporary;

  @Test
  void inAJarTheIndexIsEnough() throws Exception {
    Path jar = jar("app.jar", INDEX, new RevisionIndex(Set.of("a1", "b2"), Set.of("b2")).toText());

    assertThat(find(jar).heads()).containsExactly("b2");
  }

  @Test
  void inADirectoryAStaleIndexIsNotBelieved() throws Exception {
    Path classes = Files.createDirectories(temporary.resolve("classes"));
    write(classes.resolve(INDEX), new RevisionIndex(Set.of("old1"), Set.of("old1")).toText());
    write(classes.resolve(FOLDER + "one.yaml"), revision("a1", List.of()));

    assertThat(find(classes)).isEqualTo(new RevisionIndex(Set.of("a1"), Set.of("a1")));
  }

  @Test
  void aJarWithoutIndexIsRead() throws Exception {
    Path jar = jar("app.jar", FOLDER + "one.yaml", revision("a1", List.of()));

    assertThat(find(jar).heads()).containsExactly("a1");
  }

  @Test
  void severalJarsAreOneHistory() throws Exception {
    Path domain = jar("domain.jar", INDEX, new RevisionIndex(Set.of("a1"), Set.of("a1")).toText());
    Path app = jar("app.jar", INDEX, new RevisionIndex(Set.of("a1", "b2"), Set.of("b2")).toText());

    assertThat(find(domain, app).heads()).containsExactly("b2");
  }

  @Test
  void withoutRevisionsTheIndexIsEmpty() throws Exception {
    Path classes = Files.createDirectories(temporary.resolve("classes"));

    assertThat(find(classes).ids()).isEmpty();
  }

  private static RevisionIndex find(Path... classPath) throws IOException {
    URL[] urls = new URL[classPath.length];
    for (int index = 0; index < urls.length; index++) {
      urls[index] = classPath[index].toUri().toURL();
    }
    try (URLClassLoader loader = new URLClassLoader(urls, ClassLoader.getPlatformClassLoader())) {
      return ClassPathRevisions.find(loader, null);
    }
  }

  private Path jar(String name, String entry, String text) throws IOException {
    Path jar = temporary.resolve(name);
    try (OutputStream file = Files.newOutputStream(jar);
        JarOutputStream out = new JarOutputStream(file)) {
      out.putNextEntry(new ZipEntry("META-INF/MANIFEST.MF"));
      out.write("Manifest-Version: 1.0\n".getBytes(StandardCharsets.UTF_8));
      out.putNextEntry(new ZipEntry(entry));
      out.write(text.getBytes(StandardCharsets.UTF_8));
    }
    return jar;
  }

  private static void write(Path file, String text) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private static String revision(String id, List<String> down) {
    ChangeSet step = ChangeSet.of(id + "-1", "step", List.of(Change.empty()), List.of());
    return RevisionFile.canonicalText(
        Revision.of(id, down, "step", Instant.parse("2026-11-22T00:00:00Z"))
            .withChangeSets(List.of(step)));
  }
}
