package org.aludel.orm.state;

import org.aludel.error.Problem;
import org.aludel.error.SessionCode;
import org.aludel.error.UsageException;
import org.jspecify.annotations.Nullable;

/** Refuses to write objects whose rows come from a view, and records. */
public final class ViewRows {
  private ViewRows() {}

  /**
   * Lets objects of classes over tables pass.
   *
   * @param what is to be done, such as "add"
   * @param key of the object, or null for one without a row
   * @throws UsageException with {@code READ_ONLY} for a record, or a class over a view
   */
  public static void refuse(String what, EntityModel<?> model, @Nullable Object key) {
    refuseRecord(what, model, key);
    if (model.mapper().isView()) {
      String object = name(model, key);
      throw new UsageException(
          Problem.of(SessionCode.READ_ONLY, "cannot " + what + " \"" + object + "\"")
              .found("an object of a class that is marked @View")
              .expected("an object whose row stands in a table")
              .fix("write to the tables behind \"" + model.mapper().table().name() + "\""));
    }
  }

  /** Lets objects of classes pass, which can be changed. */
  public static void refuseRecord(String what, EntityModel<?> model, @Nullable Object key) {
    if (model.mapper().isRecord()) {
      String object = name(model, key);
      throw new UsageException(
          Problem.of(SessionCode.READ_ONLY, "cannot " + what + " \"" + object + "\"")
              .found("an entity that is a record, which sessions only read")
              .expected("an object of a class")
              .fix("use insert(…), update(…) or delete(…), or map a class in place of the record"));
    }
  }

  private static String name(EntityModel<?> model, @Nullable Object key) {
    return key == null ? model.mapper().type().getName() : model.describe(key);
  }
}
