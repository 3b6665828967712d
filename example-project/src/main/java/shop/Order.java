package shop;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.math.BigDecimal;

/** What a user bought; two people changing one order at once is noticed by its version. */
@Entity
@Table(
    name = "customer_order",
    indexes = @Index(name = "ix_customer_order_status", columnList = "status"))
public class Order extends Base {
  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "order_number")
  @SequenceGenerator(name = "order_number", sequenceName = "order_number", allocationSize = 1)
  private Long number;

  @Version private int version;

  @Enumerated(EnumType.STRING)
  @Column(length = 10, nullable = false)
  private OrderStatus status = OrderStatus.PLACED;

  @Column(precision = 10, scale = 2, nullable = false)
  private BigDecimal total;

  @ManyToOne(optional = false)
  @JoinColumn(name = "user_id")
  private User user;

  protected Order() {}

  public Order(User user, BigDecimal total) {
    this.user = user;
    this.total = total;
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

  public BigDecimal getTotal() {
    return total;
  }

  public User getUser() {
    return user;
  }
}
