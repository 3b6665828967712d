package org.aludel.testing;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.URI;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Whether a Docker daemon answers: one ping, before Testcontainers searches at length and loudly.
 */
final class Docker {
  private static final String DEFAULT_SOCKET = "unix:///var/run/docker.sock";
  private static final String PING = "GET /_ping HTTP/1.0\r\nHost: docker\r\n\r\n";
  private static final int ANSWER_BYTES = 64;

  private Docker() {}

  /** Asks the daemon of DOCKER_HOST or the usual socket; {@code -Daludel.docker=false} forbids. */
  static boolean answers() {
    if (System.getProperty("aludel.docker", "true").equals("false")) {
      return false;
    }
    String host = System.getenv("DOCKER_HOST");
    return answers(host == null || host.isBlank() ? DEFAULT_SOCKET : host);
  }

  static boolean answers(String host) {
    SocketAddress address = address(URI.create(host));
    if (address == null) {
      return false;
    }
    try (SocketChannel channel = SocketChannel.open(address)) {
      channel.write(ByteBuffer.wrap(PING.getBytes(StandardCharsets.US_ASCII)));
      ByteBuffer answer = ByteBuffer.allocate(ANSWER_BYTES);
      int read = channel.read(answer);
      return read > 0
          && new String(answer.array(), 0, read, StandardCharsets.US_ASCII).contains(" 200 ");
    } catch (IOException e) {
      // Nobody there: the embedded server is used.
      return false;
    }
  }

  private static @Nullable SocketAddress address(URI host) {
    if ("unix".equals(host.getScheme())) {
      Path socket = Path.of(host.getPath());
      return Files.exists(socket) ? UnixDomainSocketAddress.of(socket) : null;
    }
    return "tcp".equals(host.getScheme())
        ? new InetSocketAddress(host.getHost(), host.getPort())
        : null;
  }
}
