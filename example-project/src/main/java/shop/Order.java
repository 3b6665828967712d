package shop;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.ArrayList;
import java.util.List;

/** What a user bought at once. */
// tutorial: order
@Entity
@Table(
    name = "customer_order",
    indexes = @Index(name = "ix_customer_order_status", columnList = "status"))
public class Order extends Base {
  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "order_number")
  @SequenceGenerator(name = "order_number", sequenceName = "order_number", allocationSize = 1)
  private Long number;

  @Version private int version; // two who change one order at once are noticed

  @Enumerated(EnumType.STRING)
  @Column(length = 10, nullable = false)
  private OrderStatus status = OrderStatus.PLACED; // varchar: the name of the constant

  @ManyToOne(optional = false)
  private User user;

  @OneToMany(mappedBy = "order", cascade = CascadeType.ALL, orphanRemoval = true)
  @OrderBy("id")
  private List<OrderLine> lines = new ArrayList<>();

  @Column(length = 100)
  private String note;

  // end

  public Order() {}

  /** Adds a line. */
  public Order of(int quantity, Product product) {
    lines.add(new OrderLine(quantity, product));
    return this;
  }

  public Long getNumber() {
    return number;
  }

  public int getVersion() {
    return version;
  }

  public OrderStatus getStatus() {
    return status;
  }

  public void setStatus(OrderStatus status) {
    this.status = status;
  }

  public User getUser() {
    return user;
  }

  public List<OrderLine> getLines() {
    return lines;
  }

  public String getNote() {
    return note;
  }

  public void setNote(String note) {
    this.note = note;
  }
}
