package org.aludel.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tukaani.xz.LZMA2Options;
import org.tukaani.xz.XZOutputStream;

final class BinariesTest {
  private final Path folder;

  BinariesTest(@TempDir Path folder) throws IOException {
    this.folder = Files.createTempDirectory(folder, "test");
  }

  @Test
  void isUnpackedOnceWhenManyAskTogether() throws Exception {
    Archive archive = Archive.find(null, Platform.current());
    ExecutorService threads = Executors.newFixedThreadPool(3);
    try {
      List<Future<Binaries>> all = new ArrayList<>();
      for (int thread = 0; thread < 3; thread++) {
        all.add(threads.submit(() -> Binaries.of(archive, folder)));
      }
      Path home = folder.resolve(archive.cacheName());
      for (Future<Binaries> one : all) {
        assertThat(one.get().home()).isEqualTo(home);
      }
      assertThat(home.resolve("bin/postgres")).isExecutable();
      assertThat(folder).isDirectoryNotContaining(path -> path.toString().contains("unpacking"));
    } finally {
      threads.shutdown();
    }
  }

  @Test
  void anEntryMayNotLeadOutOfTheArchive() throws IOException {
    byte[] archive = archiveOf("../escaped");

    assertThatThrownBy(
            () -> Unpacking.unpack(new ByteArrayInputStream(archive), folder.resolve("in")))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("leads out of the archive");
    assertThat(folder.resolve("escaped")).doesNotExist();
  }

  @Test
  void anOrdinaryEntryIsWritten() throws IOException {
    Path target = folder.resolve("in");

    Unpacking.unpack(new ByteArrayInputStream(archiveOf("share/text")), target);

    assertThat(target.resolve("share/text")).hasContent("content");
  }

  private static byte[] archiveOf(String name) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (TarArchiveOutputStream tar =
        new TarArchiveOutputStream(new XZOutputStream(bytes, new LZMA2Options(0)))) {
      byte[] content = "content".getBytes(StandardCharsets.UTF_8);
      TarArchiveEntry entry = new TarArchiveEntry(name);
      entry.setSize(content.length);
      tar.putArchiveEntry(entry);
      tar.write(content);
      tar.closeArchiveEntry();
    }
    return bytes.toByteArray();
  }

  @ParameterizedTest
  @CsvSource({
    "Linux, amd64, false, postgres-linux-x86_64.txz, linux-amd64",
    "Linux, aarch64, false, postgres-linux-arm_64.txz, linux-arm64v8",
    "Linux, amd64, true, postgres-linux-x86_64-alpine_linux.txz, linux-amd64-alpine",
    "Mac OS X, aarch64, false, postgres-darwin-arm_64.txz, darwin-arm64v8",
    "Mac OS X, x86_64, false, postgres-darwin-x86_64.txz, darwin-amd64"
  })
  void namesTheArchiveOfThePlatform(
      String system, String machine, boolean alpine, String archive, String artifact) {
    Platform platform = Platform.of(system, machine, alpine);

    assertThat(platform.archiveName()).isEqualTo(archive);
    assertThat(platform.artifactSuffix()).isEqualTo(artifact);
  }
}
