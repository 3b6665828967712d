package org.aludel.orm.links;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import java.util.ArrayList;
import java.util.List;
import org.aludel.orm.annotation.ForeignKeyAction;
import org.aludel.orm.annotation.OnDelete;

/** Has fruits that know nothing of it, and coupons that it must have. */
@Entity
public class Basket extends LinksBase {
  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;

  private String name;

  @OneToMany(cascade = CascadeType.ALL)
  @JoinColumn(name = "basket_id")
  @OrderBy("name DESC")
  private List<Fruit> fruits = new ArrayList<>();

  @OneToMany(cascade = CascadeType.ALL, orphanRemoval = true)
  @JoinColumn(nullable = false)
  @OnDelete(ForeignKeyAction.CASCADE)
  private List<Coupon> coupons = new ArrayList<>();

  protected Basket() {}

  public Basket(String name) {
    this.name = name;
  }

  public Long getId() {
    return id;
  }

  public String getName() {
    return name;
  }

  public void setName(String value) {
    name = value;
  }

  public List<Fruit> getFruits() {
    return fruits;
  }

  public void setFruits(List<Fruit> value) {
    fruits = value;
  }

  public List<Coupon> getCoupons() {
    return coupons;
  }

  public void setCoupons(List<Coupon> value) {
    coupons = value;
  }
}
