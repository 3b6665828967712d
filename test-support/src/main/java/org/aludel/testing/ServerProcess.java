package org.aludel.testing;

/** Where a server runs and how to reach it as superuser. */
interface ServerProcess extends AutoCloseable {
  String host();

  int port();

  String user();

  String password();

  int majorVersion();

  @Override
  void close();
}
