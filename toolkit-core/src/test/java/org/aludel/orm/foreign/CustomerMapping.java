package org.aludel.orm.foreign;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityListeners;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import java.util.List;
import org.aludel.orm.annotation.Hybrid;
import org.aludel.orm.annotation.JoinCondition;
import org.aludel.orm.annotation.Maps;
import org.aludel.orm.foreign.billing.Customer;
import org.aludel.orm.foreign.billing.Invoice;
import org.aludel.sql.Predicate;

@Entity
@Maps(Customer.class)
@EntityListeners(CustomerListener.class)
abstract class CustomerMapping extends ForeignBase {
  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  Long id;

  @Column(length = 40, nullable = false)
  String name;

  @OneToMany(mappedBy = "customer", cascade = CascadeType.ALL)
  @OrderBy("number")
  List<Invoice> invoices;

  @OneToMany @JoinCondition List<Invoice> drafts;

  static Predicate drafts(CustomerT customer, InvoiceT invoice) {
    return invoice.customer.id.eq(customer.id).and(invoice.number.like("D-%"));
  }

  @Hybrid
  static Predicate known(CustomerT customer) {
    return customer.name.ne("");
  }
}
