package org.aludel.testing;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.nio.file.Path;
import org.aludel.embedded.EmbeddedPostgres;

/** What a JVM runs that is killed afterwards: starts a server, says so, and waits. */
final class ServerProgram {
  static final int STARTED = 'S';

  private ServerProgram() {}

  public static void main(String[] arguments) throws Exception {
    EmbeddedPostgres server =
        EmbeddedPostgres.start(Path.of(arguments[0]), EmbeddedPostgres.Options.ofNotDurable());
    try (FileOutputStream out = new FileOutputStream(FileDescriptor.out)) {
      out.write(STARTED);
    }
    if (System.in.read() < 0) {
      server.close();
    }
  }
}
