package org.aludel.benchmarks.peer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.aludel.testing.PostgresTest;
import org.aludel.testing.TestDatabase;
import org.junit.jupiter.api.Test;

/**
 * Runs the suite and writes {@code target/peers.md}. Not part of the build; docs/performance.md has
 * the command. Properties: {@code probe.seconds} a work, {@code probe.works} and {@code
 * probe.peers}, names separated by commas; {@code probe.recorded}, a flight recording of each JVM.
 */
@PostgresTest
final class PeersProbe {
  @Test
  void measures(TestDatabase database) throws IOException {
    double seconds = Double.parseDouble(System.getProperty("probe.seconds", "24"));
    Path target = Path.of("target").toAbsolutePath();
    Suite suite = new Suite(database, target.resolve("peers"), seconds);

    Tables tables = suite.run(chosen("probe.peers", Peer.class), chosen("probe.works", Work.class));

    Files.writeString(target.resolve("peers.md"), tables.text());
  }

  private static <E extends Enum<E>> List<E> chosen(String property, Class<E> type) {
    String names = System.getProperty(property, "");
    return Arrays.stream(type.getEnumConstants())
        .filter(each -> names.isEmpty() || List.of(names.split(",")).contains(each.name()))
        .toList();
  }
}
