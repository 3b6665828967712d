package org.aludel.benchmarks.peer.own;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.aludel.benchmarks.peer.model.ItemRow;
import org.aludel.benchmarks.peer.model.Values;
import org.jspecify.annotations.Nullable;

/** A row of nine columns. */
@Entity
@Table(name = "item")
public class Item implements ItemRow {
  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private @Nullable Long id;

  @Column(length = 40)
  private String station = "";

  @Column(length = 100)
  private @Nullable String note;

  private int counter;
  private double level;
  private boolean checked;

  @Column(precision = 12, scale = 2)
  private BigDecimal cost = BigDecimal.ZERO;

  private LocalDate noted = LocalDate.EPOCH;
  private OffsetDateTime taken = OffsetDateTime.MIN;

  /** Empty, for the library. */
  public Item() {}

  @Override
  public @Nullable Long getId() {
    return id;
  }

  /** Gives a key that is not generated. */
  public void setId(Long value) {
    id = value;
  }

  /** The values of a number, the same for all contenders. */
  public Item filled(int number) {
    Values values = Values.of(number);
    station = values.station();
    note = values.note();
    counter = values.counter();
    level = values.level();
    checked = values.checked();
    cost = values.cost();
    noted = values.day();
    taken = values.taken();
    return this;
  }

  @Override
  public String getStation() {
    return station;
  }

  @Override
  public @Nullable String getNote() {
    return note;
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

  @Override
  public boolean isChecked() {
    return checked;
  }

  @Override
  public BigDecimal getCost() {
    return cost;
  }

  @Override
  public LocalDate getDay() {
    return noted;
  }

  @Override
  public OffsetDateTime getTaken() {
    return taken;
  }
}
