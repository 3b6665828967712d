package org.aludel.orm.foreign;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Table;
import java.util.List;
import java.util.Set;
import org.aludel.orm.annotation.Maps;
import org.aludel.orm.foreign.billing.Customer;
import org.aludel.orm.foreign.billing.Invoice;
import org.aludel.orm.foreign.billing.Label;
import org.aludel.orm.foreign.billing.Line;

@Entity
@Table(name = "bill")
@Maps(Invoice.class)
abstract class InvoiceMapping extends ForeignBase {
  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  Long id;

  @Column(length = 30, nullable = false, unique = true)
  String number;

  @ManyToOne(optional = false)
  Customer customer;

  @OneToMany(mappedBy = "invoice", cascade = CascadeType.ALL, orphanRemoval = true)
  @OrderBy("id")
  List<Line> lines;

  @ManyToMany(mappedBy = "invoices")
  Set<Label> labels;
}
