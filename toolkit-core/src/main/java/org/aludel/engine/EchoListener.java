package org.aludel.engine;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.ServiceLoader;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.spi.SLF4JServiceProvider;

/**
 * Writes each statement to the logger {@code org.aludel.sql}, or to standard output when the
 * application has no SLF4J provider.
 */
final class EchoListener implements ExecutionListener {
  private static final String LOGGER = "org.aludel.sql";

  /** Characters of one value that are shown. */
  private static final int SHOWN_VALUE = 100;

  private final boolean logValues;
  private final @Nullable Logger logger;

  /**
   * @param name what the logger's name ends in; empty for none
   */
  EchoListener(boolean logValues, String name) {
    this.logValues = logValues;
    boolean provided = ServiceLoader.load(SLF4JServiceProvider.class).findFirst().isPresent();
    this.logger =
        provided ? LoggerFactory.getLogger(name.isEmpty() ? LOGGER : LOGGER + "." + name) : null;
  }

  @Override
  public void executed(Execution execution) {
    write(describe(execution));
  }

  String describe(Execution execution) {
    StringBuilder text = new StringBuilder(execution.sql());
    if (!execution.bindTypes().isEmpty()) {
      text.append("\n  [").append(binds(execution)).append(']');
    }
    return text.append("\n  ").append(outcome(execution)).toString();
  }

  @Override
  public void transaction(String statement) {
    write(statement);
  }

  /** A value as it may be shown: shortened, and readable on one line. */
  static String shown(@Nullable Object value) {
    String text = readable(value);
    String line = text.replace("\n", "\\n");
    return line.length() <= SHOWN_VALUE
        ? line
        : line.substring(0, SHOWN_VALUE) + "… (" + line.length() + " characters)";
  }

  /** Columns of many rows are bound as arrays. */
  private static String readable(@Nullable Object value) {
    if (value instanceof byte[] bytes) {
      return bytes.length + " bytes";
    }
    if (value instanceof Object[] many) {
      return Arrays.deepToString(many);
    }
    if (value instanceof long[] numbers) {
      return Arrays.toString(numbers);
    }
    return value instanceof int[] numbers ? Arrays.toString(numbers) : Objects.toString(value);
  }

  private String binds(Execution execution) {
    if (!logValues) {
      return execution.bindTypes().size() + " hidden: " + String.join(", ", execution.bindTypes());
    }
    List<@Nullable Object> values = execution.binds();
    return values.stream().map(EchoListener::shown).collect(Collectors.joining(", "));
  }

  private static String outcome(Execution execution) {
    String time =
        String.format(Locale.ROOT, "%.1f ms", execution.elapsed().toNanos() / 1_000_000.0);
    String rows = execution.rowCount() < 0 ? "" : ", " + execution.rowCount() + " rows";
    String cache =
        execution.cache() == CacheUse.NONE
            ? ""
            : ", compiled " + execution.cache().name().toLowerCase(Locale.ROOT);
    String label = execution.options().label();
    return time
        + rows
        + cache
        + (label.isEmpty() ? "" : ", for " + label)
        + (execution.failure() == null ? "" : ", failed");
  }

  private void write(String text) {
    if (logger == null) {
      // Looked up each time: whoever redirects the stream expects to see this.
      System.out.println(text);
    } else {
      logger.info(text);
    }
  }
}
