package org.aludel.migrations.step;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.aludel.engine.Connection;
import org.aludel.error.MigrationCode;
import org.aludel.error.Problem;
import org.aludel.error.RevisionException;

/** What a step in Java works with. Not thread-safe; good until the step returns. */
public final class StepContext {
  private final Connection connection;
  private final Map<String, String> parameters;
  private final StepHost host;
  private final long start = System.nanoTime();

  /**
   * @param parameters by their names, as the file gives them
   * @param host who runs it
   */
  public StepContext(Connection connection, Map<String, String> parameters, StepHost host) {
    this.connection = connection;
    this.parameters = Map.copyOf(parameters);
    this.host = host;
  }

  /** The connection of the revision's transaction; unqualified names mean the default schema. */
  public Connection connection() {
    return connection;
  }

  /**
   * A parameter that the file must give.
   *
   * @throws RevisionException JAVA_STEP when it does not
   */
  public String text(String name) {
    return find(name)
        .orElseThrow(
            () ->
                new RevisionException(
                    Problem.of(
                            MigrationCode.JAVA_STEP,
                            "cannot run a step in Java: its parameter \"" + name + "\" is missing")
                        .found("parameters " + String.join(", ", parameters.keySet()))
                        .expected("a param with this name in the revision file")
                        .fix("params: [{param: {name: " + name + ", value: ...}}]")));
  }

  /** A parameter that the file may give. */
  public Optional<String> find(String name) {
    return Optional.ofNullable(parameters.get(name));
  }

  /**
   * What this run was told by {@code -Dorm.arg.region=north}; nothing in plain Liquibase. Databases
   * that are told otherwise differ afterwards, and no digest says so.
   */
  public Optional<String> argument(String name) {
    return Optional.ofNullable(host.arguments().get(name));
  }

  /**
   * Tells whoever watches how far it has come; shown where it takes more than a second.
   *
   * @param what is worked on, such as a table
   * @param rows that are done
   * @param estimatedRows in all, about; 0 where nobody knows
   */
  public void progress(String what, long rows, long estimatedRows) {
    Duration took = Duration.ofNanos(System.nanoTime() - start);
    host.progress(new StepProgress(what, rows, estimatedRows, took));
  }

  Map<String, String> parameters() {
    return parameters;
  }

  StepHost host() {
    return host;
  }
}
