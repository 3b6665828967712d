package shop.tutorial.store;

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
import org.aludel.orm.annotation.PgEnum;
import org.aludel.orm.annotation.ServerDefault;
import org.aludel.orm.annotation.SqlType;

/** Someone who buys. */
// tutorial: customer
@Entity
@Table(name = "customer")
public class Customer extends StoreBase {
  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;

  @Column(length = 40, unique = true, nullable = false)
  private String name;

  @PgEnum
  @Column(nullable = false)
  private Tier tier = Tier.NEW; // CREATE TYPE tier AS ENUM

  private List<String> interests = new ArrayList<>(); // text[]

  @SqlType("jsonb")
  private String settings;

  private Address home; // three columns

  @ServerDefault(sql = "now()")
  @Column(nullable = false)
  private OffsetDateTime joined; // null in Java: left out of the INSERT, read back

  @OneToMany(mappedBy = "customer", cascade = CascadeType.ALL, orphanRemoval = true)
  private List<Purchase> purchases = new ArrayList<>();

  protected Customer() {}

  public Customer(String name) {
    this.name = name;
  }

  // end

  public Long getId() {
    return id;
  }

  public String getName() {
    return name;
  }

  public void setName(String name) {
    this.name = name;
  }

  public Tier getTier() {
    return tier;
  }

  public void setTier(Tier tier) {
    this.tier = tier;
  }

  public List<String> getInterests() {
    return interests;
  }

  public void setInterests(String... interests) {
    this.interests = new ArrayList<>(List.of(interests));
  }

  public String getSettings() {
    return settings;
  }

  public void setSettings(String settings) {
    this.settings = settings;
  }

  public Address getHome() {
    return home;
  }

  public void setHome(Address home) {
    this.home = home;
  }

  public OffsetDateTime getJoined() {
    return joined;
  }

  public List<Purchase> getPurchases() {
    return purchases;
  }
}
