package org.aludel.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Root cannot run the server as itself; each way round that, and an ordinary user. */
final class AccountTest {
  private static final List<String> AS_NOBODY =
      List.of("setpriv", "--reuid=nobody", "--regid=65534", "--clear-groups");
  private final Path folder;

  AccountTest(@TempDir Path folder) throws IOException {
    this.folder = Files.createTempDirectory(folder, "test");
    Files.setPosixFilePermissions(this.folder, BinariesCache.READABLE);
    Files.setPosixFilePermissions(folder, BinariesCache.READABLE);
  }

  private static void assumeRoot() throws IOException {
    Assumptions.assumeTrue(RunAs.ownUid() == 0, "skipped: only root can choose an account");
  }

  private static void assumeWorks(List<String> prefix) throws IOException {
    List<String> words = new ArrayList<>(prefix);
    words.add("true");
    Assumptions.assumeTrue(
        Command.run(Path.of("/"), words).succeeded(),
        "skipped: not possible here: " + String.join(" ", prefix));
  }

  @ParameterizedTest
  @ValueSource(strings = {"unshare", "setpriv", "su"})
  void rootRunsTheServerInEachWay(String way) throws Exception {
    assumeRoot();
    assumeWorks(
        switch (way) {
          case "unshare" -> List.of("unshare", "-U");
          case "setpriv" -> AS_NOBODY;
          default -> List.of("su", "-s", "/bin/sh", "-c", "exec \"$0\" \"$@\"", "--", "nobody");
        });
    ServerDirectory directory = new ServerDirectory(folder.resolve("db"));
    List<String> options = List.of("-D" + RunAs.PROPERTY + "=" + way);
    String classPath = System.getProperty("java.class.path");

    ProcessHandle process;
    try (OtherJvm jvm = OtherJvm.start(List.of(), classPath, options, directory.url())) {
      assertThat(jvm.port()).isPositive();
      process = directory.process();
      jvm.end("close");
    }
    directory.assertStopped(process);

    Object owner = Files.getAttribute(directory.path().resolve("data"), "unix:uid");
    assertThat(owner.equals(0)).isEqualTo(way.equals("unshare"));
    // Whatever way made the data, a later start without the property finds one to serve it.
    try (OtherJvm jvm = OtherJvm.start(directory.url())) {
      assertThat(jvm.port()).isPositive();
      jvm.end("leave");
    }
    assertThat(directory.runs()).isFalse();
  }

  @Test
  void dataThatRootMadeInANamespaceIsGivenToTheAccountThatCanServeIt() throws Exception {
    assumeRoot();
    assumeWorks(List.of("unshare", "-U"));
    assumeWorks(AS_NOBODY);
    ServerDirectory directory = new ServerDirectory(folder.resolve("db"));
    String classPath = System.getProperty("java.class.path");

    for (String way : List.of("unshare", "setpriv")) {
      List<String> options = List.of("-D" + RunAs.PROPERTY + "=" + way);
      try (OtherJvm jvm = OtherJvm.start(List.of(), classPath, options, directory.url())) {
        assertThat(jvm.port()).isPositive();
        jvm.end("close");
      }
    }
    assertThat(directory.runs()).isFalse();
  }

  @Test
  void anOrdinaryUserRunsTheServerDirectly() throws Exception {
    assumeRoot();
    assumeWorks(AS_NOBODY);
    Path own = Files.createDirectory(folder.resolve("own"));
    String classPath = readableClassPath();
    new RunAs(AS_NOBODY, "nobody").give(own);
    ServerDirectory directory = new ServerDirectory(own.resolve("db"));
    List<String> options =
        List.of("-Duser.home=" + own, "-Djava.io.tmpdir=" + own, "-Duser.name=nobody");

    try (OtherJvm jvm = OtherJvm.start(AS_NOBODY, classPath, options, directory.url())) {
      assertThat(jvm.port()).isPositive();
      ProcessHandle process = directory.process();
      assertThat(process.info().user()).contains("nobody");
      jvm.end("close");
      directory.assertStopped(process);
    }
  }

  @Test
  void anOrdinaryUserIsToldThatTheDirectoryCannotBeWritten() throws Exception {
    assumeRoot();
    assumeWorks(AS_NOBODY);
    Path roots = Files.createDirectory(folder.resolve("roots"));
    String url = new ServerDirectory(roots.resolve("db")).url();

    try (OtherJvm jvm = OtherJvm.start(AS_NOBODY, readableClassPath(), List.of(), url)) {
      assertThatThrownBy(jvm::port)
          .hasMessageContaining("ORM-EMBEDDED-INVALID-DIRECTORY: cannot keep a server in")
          .hasMessageContaining("AccessDenied");
    }
  }

  /** The class path copied to where others than root may read it. */
  private String readableClassPath() throws IOException {
    Path copies = Files.createDirectories(folder.resolve("classpath"));
    List<String> entries = new ArrayList<>();
    String classPath = System.getProperty("java.class.path", "");
    for (String entry : classPath.split(File.pathSeparator, -1)) {
      Path source = Path.of(entry);
      Path copy = copies.resolve(entries.size() + "-" + source.getFileName());
      copy(source, copy);
      entries.add(copy.toString());
    }
    return String.join(File.pathSeparator, entries);
  }

  private static void copy(Path source, Path target) throws IOException {
    try (Stream<Path> all = Files.walk(source)) {
      for (Path path : all.toList()) {
        Path copy = target.resolve(source.relativize(path).toString());
        Files.copy(path, copy);
        Files.setPosixFilePermissions(copy, PosixFilePermissions.fromString("rwxr-xr-x"));
      }
    }
  }
}
