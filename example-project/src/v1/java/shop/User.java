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
import org.aludel.orm.annotation.PgEnum;
import org.aludel.orm.annotation.ServerDefault;
import org.aludel.orm.annotation.SqlType;

/** Someone who buys; version 1. */
// tutorial: user
@Entity
@Table(name = "user_account")
public class User extends Base {
  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;

  @Column(length = 30, nullable = false)
  private String name;

  @PgEnum
  @ServerDefault(literal = "NEW")
  @Column(nullable = false)
  private Tier tier; // CREATE TYPE tier AS ENUM

  private List<String> interests = new ArrayList<>(); // text[]

  @SqlType("jsonb")
  private String settings;

  private PostalAddress home; // three columns

  @ServerDefault(sql = "now()")
  @Column(nullable = false)
  private OffsetDateTime created; // left out of the INSERT while null, read back

  @OneToMany(mappedBy = "user", cascade = CascadeType.ALL, orphanRemoval = true)
  private List<Address> addresses = new ArrayList<>();

  @OneToMany(mappedBy = "user", cascade = CascadeType.ALL, orphanRemoval = true)
  private List<Order> orders = new ArrayList<>();

  protected User() {}

  public User(String name) {
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

  public PostalAddress getHome() {
    return home;
  }

  public void setHome(PostalAddress home) {
    this.home = home;
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
