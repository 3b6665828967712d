package org.aludel.testing;

import org.testcontainers.postgresql.PostgreSQLContainer;

/** A server in a container; Testcontainers removes it when the JVM ends. */
record ContainerProcess(PostgreSQLContainer container) implements ServerProcess {
  private static final int MAJOR_VERSION = 18;

  /** The locale of the embedded server, so that both sort alike. */
  private static final String LOCALE =
      "--locale=C --locale-provider=builtin --builtin-locale=C.UTF-8";

  static ContainerProcess start() {
    PostgreSQLContainer container =
        new PostgreSQLContainer("postgres:" + MAJOR_VERSION)
            .withUsername("postgres")
            .withPassword("postgres")
            .withEnv("POSTGRES_INITDB_ARGS", LOCALE)
            .withCommand(
                "postgres", "-c", "fsync=off", "-c", "autovacuum=off", "-c", "max_connections=200");
    container.start();
    return new ContainerProcess(container);
  }

  @Override
  public String host() {
    return container.getHost();
  }

  @Override
  public int port() {
    return container.getMappedPort(PostgreSQLContainer.POSTGRESQL_PORT);
  }

  @Override
  public String user() {
    return container.getUsername();
  }

  @Override
  public String password() {
    return container.getPassword();
  }

  @Override
  public int majorVersion() {
    return MAJOR_VERSION;
  }

  @Override
  public void close() {
    container.stop();
  }
}
