package org.aludel.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class DockerTest {
  @ParameterizedTest
  @CsvSource({"HTTP/1.0 200 OK, true", "HTTP/1.0 500 Internal Server Error, false"})
  void believesTheAnswerOfADaemon(String answer, boolean expected, @TempDir Path folder)
      throws Exception {
    Path socket = folder.resolve("docker.sock");
    ExecutorService daemon = Executors.newSingleThreadExecutor();
    try (ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
      server.bind(UnixDomainSocketAddress.of(socket));
      Future<String> request = daemon.submit(() -> answerOnce(server, answer));

      assertThat(Docker.answers("unix://" + socket)).isEqualTo(expected);
      assertThat(request.get()).startsWith("GET /_ping HTTP/1.0\r\n");
    } finally {
      daemon.shutdown();
    }
  }

  private static String answerOnce(ServerSocketChannel server, String answer) throws IOException {
    try (SocketChannel client = server.accept()) {
      ByteBuffer request = ByteBuffer.allocate(256);
      int read = client.read(request);
      client.write(ByteBuffer.wrap((answer + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII)));
      return new String(request.array(), 0, read, StandardCharsets.US_ASCII);
    }
  }

  @Test
  void nobodyAnswersWhereNothingListens(@TempDir Path folder) {
    assertThat(Docker.answers("unix://" + folder.resolve("none.sock"))).isFalse();
    assertThat(Docker.answers("ssh://host")).isFalse();
  }
}
