package org.aludel.migrations.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.aludel.error.RevisionException;
import org.aludel.migrations.revision.Change;
import org.aludel.migrations.revision.ChangeSet;
import org.aludel.migrations.revision.Revision;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScriptDirectoryTest {
  private static final Revision FIRST =
      revision("ae1027a6acf0", List.of(), "Größe: add e-mail & more of the user's very long data");
  private final Path directory;

  ScriptDirectoryTest(@TempDir Path directory) {
    this.directory = directory;
  }

  @Test
  void writesAFileThatIsReadBack() {
    ScriptDirectory scripts = ScriptDirectory.of(directory.resolve("db/migrations"));

    Path file = scripts.write(FIRST, List.of(new BannerLine("SELECT 1", "")));

    assertThat(file.getFileName())
        .hasToString("20261122_1504_ae1027a6acf0_grosse_add_e_mail_more_of_the_user_s.yaml");
    assertThat(file).content().startsWith("# Größe: add e-mail");
    assertThat(scripts.revisions().heads())
        .extracting(Revision::id)
        .containsExactly("ae1027a6acf0");
  }

  @Test
  void aDirectoryThatDoesNotExistHoldsNoRevisions() {
    assertThat(ScriptDirectory.of(directory.resolve("none")).files()).isEmpty();
  }

  @Test
  void neverOverwritesAFile() {
    ScriptDirectory scripts = ScriptDirectory.of(directory);
    scripts.write(FIRST, List.of());

    assertThatThrownBy(() -> scripts.write(FIRST, List.of()))
        .isInstanceOf(RevisionException.class)
        .hasMessageContaining("ORM-MIG-NOT-WRITABLE")
        .hasMessageContaining("the file exists");
  }

  @Test
  void theProblemsOfAllFilesAreTold() throws IOException {
    Files.writeString(directory.resolve("a.yaml"), "revision: 1\n");
    Files.writeString(directory.resolve("b.yml"), "x: 1\n");
    Files.write(directory.resolve("c.yaml"), new byte[] {(byte) 0xff});
    Files.writeString(directory.resolve("readme.txt"), "not read");

    assertThatThrownBy(() -> ScriptDirectory.of(directory).files())
        .hasMessageContaining("cannot read 3 revision files")
        .hasMessageContaining("a.yaml:1:11")
        .hasMessageContaining("b.yml:1:1")
        .hasMessageContaining("c.yaml: the file is not UTF-8");
  }

  @Test
  void readsTheClassPathFromADirectory() throws IOException {
    ScriptDirectory.of(directory.resolve("db/migrations")).write(FIRST, List.of());

    assertThat(onClassPath(directory)).containsExactly("ae1027a6acf0");
  }

  @Test
  void readsTheClassPathFromAJar() throws IOException {
    assertThat(onClassPath(jar(true))).containsExactly("ae1027a6acf0");
  }

  @Test
  void readsTheClassPathFromAJarWithoutDirectoryEntries() throws IOException {
    assertThat(onClassPath(jar(false))).containsExactly("ae1027a6acf0");
  }

  @Test
  void theClassPathIsNotWritten() throws IOException {
    try (URLClassLoader loader = loader(directory)) {
      ScriptDirectory scripts = ScriptDirectory.ofClassPath(loader, "db/migrations");

      assertThatThrownBy(() -> scripts.write(FIRST, List.of()))
          .hasMessageContaining("to \"classpath:db/migrations\"");
    }
  }

  @Test
  void idsAreTwelveHexadecimalDigitsAndNotTaken() {
    RevisionIds ids = new RevisionIds(new Random(1));
    String first = new RevisionIds(new Random(1)).next(id -> false);

    assertThat(first).matches("[0-9a-f]{12}");
    assertThat(ids.next(first::equals)).matches("[0-9a-f]{12}").isNotEqualTo(first);
  }

  private List<String> onClassPath(Path root) throws IOException {
    try (URLClassLoader loader = loader(root)) {
      return ScriptDirectory.ofClassPath(loader, "/db/migrations/").files().stream()
          .map(file -> file.revision().id())
          .toList();
    }
  }

  private static URLClassLoader loader(Path root) throws IOException {
    return new URLClassLoader(
        new URL[] {root.toUri().toURL()}, ClassLoader.getPlatformClassLoader());
  }

  private Path jar(boolean withDirectories) throws IOException {
    Path jar = directory.resolve("app.jar");
    try (OutputStream stream = Files.newOutputStream(jar);
        ZipOutputStream zip = new ZipOutputStream(stream)) {
      entry(zip, "META-INF/MANIFEST.MF", "Manifest-Version: 1.0\n");
      if (withDirectories) {
        entry(zip, "db/", "");
        entry(zip, "db/migrations/", "");
      }
      entry(zip, "db/migrations/one.yaml", RevisionFile.canonicalText(FIRST));
      entry(zip, "db/other/two.yaml", "not read");
    }
    return jar;
  }

  private static void entry(ZipOutputStream zip, String name, String text) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    zip.write(text.getBytes(StandardCharsets.UTF_8));
    zip.closeEntry();
  }

  private static Revision revision(String id, List<String> down, String message) {
    return Revision.of(id, down, message, Instant.parse("2026-11-22T15:04:00Z"))
        .withChangeSets(
            List.of(ChangeSet.of(id + "-1", "", List.of(Change.sql("SELECT 1")), List.of())));
  }
}
