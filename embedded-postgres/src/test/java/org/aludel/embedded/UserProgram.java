package org.aludel.embedded;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;

/** What another JVM runs: connects, tells the port, waits for a word and obeys it. */
public final class UserProgram {
  private UserProgram() {}

  /** The URL is the argument; the word {@code close} closes, any other leaves it to the exit. */
  public static void main(String[] arguments) throws Exception {
    PrintStream out =
        new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
    Connection connection = DriverManager.getConnection(arguments[0]);
    out.println(ServerDirectory.value(connection, "SHOW port"));
    String word = new String(System.in.readAllBytes(), StandardCharsets.UTF_8).strip();
    if (word.equals("close")) {
      connection.close();
    }
    out.println("ended");
  }
}
