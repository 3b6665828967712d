package org.aludel.orm.foreign;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import org.aludel.orm.annotation.Load;
import org.aludel.orm.annotation.Maps;
import org.aludel.orm.foreign.billing.Invoice;
import org.aludel.orm.foreign.billing.Line;

@Entity
@Maps(Line.class)
abstract class LineMapping extends ForeignBase {
  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  long id;

  @ManyToOne(optional = false)
  @Load(Load.Strategy.SELECT_IN)
  Invoice invoice;

  String text;

  int cents;
}
