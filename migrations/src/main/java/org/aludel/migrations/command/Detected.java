package org.aludel.migrations.command;

import java.util.List;

/**
 * One difference, as a person reads it.
 *
 * @param description such as {@code add column user_account.email varchar(255)}
 * @param hazards what running it does to a live system, each beginning with its code; mostly empty
 */
public record Detected(String description, List<String> hazards) {
  public Detected {
    hazards = List.copyOf(hazards);
  }
}
