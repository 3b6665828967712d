package org.aludel.orm.bookshop;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/** A row of the usual width, for the probe. */
@Entity
public class Reading extends BookshopBase {
  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;

  @Column(length = 40, nullable = false)
  private String station;

  @Column(length = 80)
  private String note;

  private int counter;
  private double level;
  private boolean checked;

  @Column(precision = 12, scale = 2)
  private BigDecimal cost;

  private LocalDate day;
  private OffsetDateTime taken;

  protected Reading() {}

  public Reading(int number) {
    station = "station " + number % 100;
    note = "note of reading " + number;
    counter = number;
    level = number / 7.0;
    checked = number % 2 == 0;
    cost = BigDecimal.valueOf(number * 3L, 2);
    day = LocalDate.of(2026, 1, 1).plusDays(number % 365);
    taken = OffsetDateTime.of(2026, 1, 1, 0, 0, 0, 0, ZoneOffset.UTC).plusSeconds(number);
  }

  public Long getId() {
    return id;
  }

  public void setId(Long value) {
    id = value;
  }

  public String getStation() {
    return station;
  }

  public void setStation(String value) {
    station = value;
  }

  public String getNote() {
    return note;
  }

  public void setNote(String value) {
    note = value;
  }

  public int getCounter() {
    return counter;
  }

  public void setCounter(int value) {
    counter = value;
  }

  public double getLevel() {
    return level;
  }

  public void setLevel(double value) {
    level = value;
  }

  public boolean isChecked() {
    return checked;
  }

  public void setChecked(boolean value) {
    checked = value;
  }

  public BigDecimal getCost() {
    return cost;
  }

  public void setCost(BigDecimal value) {
    cost = value;
  }

  public LocalDate getDay() {
    return day;
  }

  public void setDay(LocalDate value) {
    day = value;
  }

  public OffsetDateTime getTaken() {
    return taken;
  }

  public void setTaken(OffsetDateTime value) {
    taken = value;
  }

  /** An empty one, for code that sets every field. */
  public static Reading empty() {
    return new Reading();
  }
}
