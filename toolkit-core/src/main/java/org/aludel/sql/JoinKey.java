package org.aludel.sql;

import java.util.List;

/**
 * A foreign key, as far as a join needs it.
 *
 * @param name for messages
 * @param columns of the table that has it, in key order
 * @param targetColumns of the table it leads to, in the same order
 */
public record JoinKey(
    String name, List<String> columns, TableName target, List<String> targetColumns) {
  public JoinKey {
    columns = List.copyOf(columns);
    targetColumns = List.copyOf(targetColumns);
  }
}
