package org.aludel.schema;

import java.util.List;

/**
 * How a table is divided.
 *
 * @param strategy {@code RANGE}, {@code LIST} or {@code HASH}
 * @param key the key's columns and expressions as SQL, without the parentheses
 * @param partitions in the order of names
 */
public record Partitioning(Strategy strategy, String key, List<Partition> partitions) {
  public Partitioning {
    partitions = List.copyOf(partitions);
  }

  /** The ways to divide. */
  public enum Strategy {
    RANGE,
    LIST,
    HASH
  }

  /**
   * One part, a table with columns, constraints and indexes of its own, which may be divided again.
   *
   * @param bound {@code FOR VALUES …} or {@code DEFAULT}
   */
  public record Partition(String bound, Table table) {}

  public Partitioning withPartitions(List<Partition> value) {
    return new Partitioning(strategy, key, value);
  }
}
