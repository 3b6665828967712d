package org.aludel.dialect.suite.fleet;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.OneToMany;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A value of each kind that databases keep in ways of their own, a version, and a crew. */
@Entity
@Table(name = "suite_ship")
public class Ship extends FleetBase {
  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private @Nullable Long id;

  @Column(length = 60, unique = true)
  private String name = "";

  @Version private int version;

  @Column(precision = 10, scale = 2)
  private @Nullable BigDecimal tonnage;

  private @Nullable LocalDate built;
  private @Nullable Instant seen;
  private boolean afloat;
  private double speed;
  private @Nullable UUID tag;
  private byte @Nullable [] photo;

  private @Nullable Hull hull;

  @OneToMany(mappedBy = "ship", cascade = CascadeType.ALL, orphanRemoval = true)
  private List<Sailor> crew = new ArrayList<>();

  @ManyToMany private Set<Berth> berths = new LinkedHashSet<>();

  protected Ship() {}

  public Ship(String name) {
    this.name = name;
  }

  /** Fills what is not filled by {@link #Ship(String)}. */
  public Ship equip(BigDecimal weight, LocalDate launched, Instant sighted) {
    tonnage = weight;
    built = launched;
    seen = sighted;
    return this;
  }

  /** Fills the rest. */
  public Ship mark(boolean swims, double knots, UUID label, byte[] picture) {
    afloat = swims;
    speed = knots;
    tag = label;
    photo = picture.clone();
    return this;
  }

  public @Nullable Hull getHull() {
    return hull;
  }

  public void setHull(Hull value) {
    hull = value;
  }

  /** Adds a sailor on this side alone. */
  public Ship hire(String sailor) {
    crew.add(new Sailor(sailor));
    return this;
  }

  /** The key, of a ship that has a row. */
  public long getId() {
    return Objects.requireNonNull(id, "no row yet");
  }

  public String getName() {
    return name;
  }

  public void setName(String value) {
    name = value;
  }

  public int getVersion() {
    return version;
  }

  public @Nullable BigDecimal getTonnage() {
    return tonnage;
  }

  public @Nullable LocalDate getBuilt() {
    return built;
  }

  public @Nullable Instant getSeen() {
    return seen;
  }

  public boolean isAfloat() {
    return afloat;
  }

  public double getSpeed() {
    return speed;
  }

  public @Nullable UUID getTag() {
    return tag;
  }

  /** A copy. */
  public byte @Nullable [] getPhoto() {
    return photo == null ? null : photo.clone();
  }

  public Set<Berth> getBerths() {
    return berths;
  }

  public List<Sailor> getCrew() {
    return crew;
  }
}
