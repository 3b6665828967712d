package org.aludel.orm.foreign;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import org.aludel.orm.annotation.Maps;
import org.aludel.orm.foreign.billing.Money;

@Embeddable
@Maps(Money.class)
abstract class MoneyMapping extends ForeignBase {
  long cents;

  @Column(length = 3)
  String currency;
}
