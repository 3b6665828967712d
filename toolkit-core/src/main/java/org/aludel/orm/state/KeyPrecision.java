package org.aludel.orm.state;

import java.time.temporal.ChronoField;
import java.time.temporal.ChronoUnit;
import java.time.temporal.Temporal;
import org.aludel.error.Problem;
import org.aludel.error.TypeCode;
import org.aludel.error.UsageException;
import org.aludel.orm.mapping.BasicProperty;

/**
 * Refuses ids that are points in time finer than their column: the server would round them, and the
 * row would then come back as another object.
 */
public final class KeyPrecision {
  /** Source: PostgreSQL 18 §8.5, one microsecond. */
  public static final int DIGITS = 6;

  private static final int NANO_DIGITS = 9;

  private KeyPrecision() {}

  /**
   * Refuses a key of a new row, or one that rows are looked up by.
   *
   * @throws UsageException with {@code WRONG_VALUE}
   */
  public static void require(EntityModel<?> model, Object key) {
    for (int index = 0; index < model.ids().size(); index++) {
      if (model.keyPart(key, index) instanceof Temporal value
          && value.isSupported(ChronoField.NANO_OF_SECOND)) {
        require(model, model.ids().get(index), value);
      }
    }
  }

  private static void require(EntityModel<?> model, BasicProperty id, Temporal value) {
    int digits = digits(id.column().type().name());
    int step = (int) Math.pow(10, NANO_DIGITS - digits);
    if (value.get(ChronoField.NANO_OF_SECOND) % step == 0) {
      return;
    }
    String unit = digits == DIGITS ? "ChronoUnit." + ChronoUnit.MICROS.name() : "...";
    throw new UsageException(
        Problem.of(TypeCode.WRONG_VALUE, "cannot write \"" + model.describe(value) + "\"")
            .found("the id \"" + id.name() + "\", finer than its column " + id.column().type())
            .expected(digits + " digits of a second at most, so that the row keeps its id")
            .fix("cut it off in the constructor: truncatedTo(" + unit + ")"));
  }

  /** The digits of a second that a type of time keeps. */
  public static int digits(String type) {
    int open = type.indexOf('(');
    return open < 0
        ? DIGITS
        : Integer.parseInt(type.substring(open + 1, type.indexOf(')', open)).strip());
  }
}
