package shop.tutorial.store;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Version;
import java.util.ArrayList;
import java.util.List;

/** What a customer bought at once. */
// tutorial: purchase
@Entity
public class Purchase extends StoreBase {
  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "purchase_number")
  @SequenceGenerator(name = "purchase_number", sequenceName = "purchase_number", allocationSize = 1)
  private Long number;

  @Version private int version; // two who change one purchase at once are noticed

  @ManyToOne(optional = false)
  private Customer customer;

  @OneToMany(mappedBy = "purchase", cascade = CascadeType.ALL, orphanRemoval = true)
  @OrderBy("id")
  private List<PurchaseLine> lines = new ArrayList<>();

  @Column(length = 100)
  private String note;

  // end

  public Purchase() {}

  /** Adds a line. */
  public Purchase of(int quantity, Product product) {
    lines.add(new PurchaseLine(quantity, product));
    return this;
  }

  public Long getNumber() {
    return number;
  }

  public int getVersion() {
    return version;
  }

  public Customer getCustomer() {
    return customer;
  }

  public List<PurchaseLine> getLines() {
    return lines;
  }

  public String getNote() {
    return note;
  }

  public void setNote(String note) {
    this.note = note;
  }
}
