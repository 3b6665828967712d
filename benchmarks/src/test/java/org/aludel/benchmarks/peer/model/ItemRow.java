package org.aludel.benchmarks.peer.model;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/** The nine columns of an item. */
public interface ItemRow {
  @Nullable Long getId();

  String getStation();

  @Nullable String getNote();

  int getCounter();

  double getLevel();

  boolean isChecked();

  BigDecimal getCost();

  LocalDate getDay();

  OffsetDateTime getTaken();
}
