package org.aludel.orm.specimen;

import java.math.BigDecimal;
import org.aludel.orm.annotation.StoredAs;

/** A class that says itself how it is stored. */
@StoredAs(MoneyType.class)
public record Money(BigDecimal amount) {}
