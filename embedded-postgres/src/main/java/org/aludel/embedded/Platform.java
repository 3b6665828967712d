package org.aludel.embedded;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** The operating system and processor, in the words of the archives' names. */
record Platform(String system, String machine, String distribution) {

  static Platform current() {
    return of(
        System.getProperty("os.name", ""),
        System.getProperty("os.arch", ""),
        Files.exists(Path.of("/etc/alpine-release")));
  }

  static Platform of(String osName, String osArch, boolean alpine) {
    String system = osName.toLowerCase(Locale.ROOT);
    String machine = osArch.toLowerCase(Locale.ROOT);
    return new Platform(
        system.startsWith("mac") ? "darwin" : system,
        switch (machine) {
          case "amd64", "x86_64" -> "x86_64";
          case "aarch64", "arm64" -> "arm_64";
          default -> machine;
        },
        alpine ? "-alpine_linux" : "");
  }

  /** The archive's name in a jar of binaries, such as {@code postgres-linux-x86_64.txz}. */
  String archiveName() {
    return "postgres-" + system + "-" + machine + distribution + ".txz";
  }

  /** The end of the artifact's name at Maven Central, such as {@code linux-amd64}. */
  String artifactSuffix() {
    String processor =
        switch (machine) {
          case "x86_64" -> "amd64";
          case "arm_64" -> "arm64v8";
          default -> machine;
        };
    return system + "-" + processor + (distribution.isEmpty() ? "" : "-alpine");
  }
}
