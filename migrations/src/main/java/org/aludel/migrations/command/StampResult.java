package org.aludel.migrations.command;

import java.util.List;

/** Heads of a database before and after it was stamped; empty is the base. */
public record StampResult(List<String> before, List<String> after) {
  public StampResult {
    before = List.copyOf(before);
    after = List.copyOf(after);
  }
}
