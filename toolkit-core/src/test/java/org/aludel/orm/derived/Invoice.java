package org.aludel.orm.derived;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.OneToMany;
import java.util.ArrayList;
import java.util.List;

/** Has lines that are numbered in it; 0 is no id yet. */
@Entity
public class Invoice extends DerivedBase {
  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private long id;

  @OneToMany(mappedBy = "invoice", cascade = CascadeType.ALL, orphanRemoval = true)
  private List<InvoiceLine> lines = new ArrayList<>();

  public long getId() {
    return id;
  }

  public List<InvoiceLine> getLines() {
    return lines;
  }

  /** A further line. */
  public InvoiceLine line(String text) {
    InvoiceLine line = new InvoiceLine(this, lines.size() + 1, text);
    lines.add(line);
    return line;
  }
}
