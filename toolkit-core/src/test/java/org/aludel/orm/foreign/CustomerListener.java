package org.aludel.orm.foreign;

import jakarta.persistence.PostLoad;
import jakarta.persistence.PrePersist;
import java.util.ArrayList;
import java.util.List;
import org.aludel.orm.foreign.billing.Customer;

/** Notes what it is told of. */
class CustomerListener {
  static final List<String> HEARD = new ArrayList<>();

  @PrePersist
  void inserted(Customer customer) {
    HEARD.add("insert " + customer.name());
  }

  @PostLoad
  void loaded(Customer customer) {
    HEARD.add("load " + customer.name());
  }
}
