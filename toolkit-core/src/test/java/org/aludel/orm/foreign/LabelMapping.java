package org.aludel.orm.foreign;

import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.Version;
import java.util.Set;
import org.aludel.orm.annotation.Maps;
import org.aludel.orm.foreign.billing.Invoice;
import org.aludel.orm.foreign.billing.Label;

@Entity
@Maps(Label.class)
abstract class LabelMapping extends ForeignBase {
  @Id String name;

  @Version int version;

  @ManyToMany Set<Invoice> invoices;

  @ElementCollection Set<String> synonyms;
}
