package org.aludel.orm.foreign;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.LocalDate;
import org.aludel.orm.annotation.Maps;
import org.aludel.orm.foreign.billing.Span;

/** Not in the order of the record. */
@Embeddable
@Maps(Span.class)
abstract class SpanMapping extends ForeignBase {
  @Column(name = "until")
  LocalDate last;

  @Column(name = "since")
  LocalDate first;
}
