package shop;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.math.BigDecimal;

@Entity
public class Item {
  @Id private Long number;

  @Column(precision = 10, scale = 2, nullable = false)
  private BigDecimal price;

  protected Item() {}
}
