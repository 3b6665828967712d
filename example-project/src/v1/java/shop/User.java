package shop;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.OneToMany;
import jakarta.persistence.Table;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.aludel.orm.annotation.ServerDefault;

/** Someone who buys; version 1. */
@Entity
@Table(name = "user_account")
public class User extends Base {
  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;

  @Column(length = 30, nullable = false)
  private String name;

  /** Null in Java until it was stored: left out of the INSERT and read back. */
  @ServerDefault(sql = "now()")
  @Column(nullable = false)
  private OffsetDateTime created;

  @OneToMany(mappedBy = "user", cascade = CascadeType.ALL, orphanRemoval = true)
  private List<Address> addresses = new ArrayList<>();

  @OneToMany(mappedBy = "user")
  private List<Order> orders = new ArrayList<>();

  protected User() {}

  public User(String name) {
    this.name = name;
  }

  public Long getId() {
    return id;
  }

  public String getName() {
    return name;
  }

  public void setName(String name) {
    this.name = name;
  }

  public OffsetDateTime getCreated() {
    return created;
  }

  public List<Address> getAddresses() {
    return addresses;
  }

  public List<Order> getOrders() {
    return orders;
  }
}
