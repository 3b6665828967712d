package org.aludel.orm.records;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** A record with an id of two columns. */
@Entity
@IdClass(Rate.Key.class)
public record Rate(@Id String currency, @Id int year, @Nullable BigDecimal value) implements Atlas {
  /** What finds one. */
  public record Key(String currency, int year) {}
}
