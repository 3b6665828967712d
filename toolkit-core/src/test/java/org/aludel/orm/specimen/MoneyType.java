package org.aludel.orm.specimen;

import org.aludel.type.SqlType;
import org.aludel.type.SqlTypes;
import org.aludel.type.UserType;

/** Money in a domain of the database. */
public final class MoneyType implements UserType<Money> {
  private static final SqlType<Money> TYPE =
      SqlTypes.NUMERIC.named("amount").as(Money.class, Money::new, Money::amount);

  @Override
  public SqlType<Money> sqlType() {
    return TYPE;
  }
}
