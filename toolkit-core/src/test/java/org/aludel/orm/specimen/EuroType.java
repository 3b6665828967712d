package org.aludel.orm.specimen;

import org.aludel.type.SqlType;
import org.aludel.type.SqlTypes;
import org.aludel.type.UserType;

/** Euros as whole cents. */
public final class EuroType implements UserType<Euro> {
  private static final SqlType<Euro> TYPE = SqlTypes.BIGINT.as(Euro.class, Euro::new, Euro::cents);

  @Override
  public SqlType<Euro> sqlType() {
    return TYPE;
  }
}
