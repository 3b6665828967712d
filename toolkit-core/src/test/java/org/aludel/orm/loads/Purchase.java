package org.aludel.orm.loads;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import java.util.ArrayList;
import java.util.List;

/** Always has a customer, and perhaps a product that was promoted with it. */
@Entity
public class Purchase extends LoadsBase {
  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;

  @Column(nullable = false)
  private String label;

  private boolean open;

  @ManyToOne(optional = false)
  private Customer customer;

  @ManyToOne private Product promoted;

  @OneToMany(mappedBy = "purchase", cascade = CascadeType.ALL)
  private List<Line> lines = new ArrayList<>();

  protected Purchase() {}

  public Purchase(String label, boolean open) {
    this.label = label;
    this.open = open;
  }

  public Long getId() {
    return id;
  }

  public String getLabel() {
    return label;
  }

  public void setLabel(String value) {
    label = value;
  }

  public boolean isOpen() {
    return open;
  }

  public Customer getCustomer() {
    return customer;
  }

  public Product getPromoted() {
    return promoted;
  }

  public void setPromoted(Product value) {
    promoted = value;
  }

  public List<Line> getLines() {
    return lines;
  }
}
