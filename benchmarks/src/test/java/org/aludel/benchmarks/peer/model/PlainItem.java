package org.aludel.benchmarks.peer.model;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/** An item as JDBC and mappers without a session fill it: a class with fields, no proxy. */
public final class PlainItem implements ItemRow {
  public @Nullable Long id;
  public String station = "";
  public @Nullable String note;
  public int counter;
  public double level;
  public boolean checked;
  public BigDecimal cost = BigDecimal.ZERO;
  public LocalDate day = LocalDate.EPOCH;
  public OffsetDateTime taken = OffsetDateTime.MIN;

  /** An item that is to be inserted. */
  public static PlainItem of(int number) {
    Values values = Values.of(number);
    PlainItem item = new PlainItem();
    item.station = values.station();
    item.note = values.note();
    item.counter = values.counter();
    item.level = values.level();
    item.checked = values.checked();
    item.cost = values.cost();
    item.day = values.day();
    item.taken = values.taken();
    return item;
  }

  @Override
  public @Nullable Long getId() {
    return id;
  }

  public void setId(Long value) {
    id = value;
  }

  @Override
  public String getStation() {
    return station;
  }

  public void setStation(String value) {
    station = value;
  }

  @Override
  public @Nullable String getNote() {
    return note;
  }

  public void setNote(@Nullable String value) {
    note = value;
  }

  @Override
  public int getCounter() {
    return counter;
  }

  public void setCounter(int value) {
    counter = value;
  }

  @Override
  public double getLevel() {
    return level;
  }

  public void setLevel(double value) {
    level = value;
  }

  @Override
  public boolean isChecked() {
    return checked;
  }

  public void setChecked(boolean value) {
    checked = value;
  }

  @Override
  public BigDecimal getCost() {
    return cost;
  }

  public void setCost(BigDecimal value) {
    cost = value;
  }

  @Override
  public LocalDate getDay() {
    return day;
  }

  public void setDay(LocalDate value) {
    day = value;
  }

  @Override
  public OffsetDateTime getTaken() {
    return taken;
  }

  public void setTaken(OffsetDateTime value) {
    taken = value;
  }
}
