package org.aludel.orm.parts;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.MapKeyColumn;
import jakarta.persistence.OrderColumn;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Has each kind of collection of an embeddable class. */
@Entity
public class Person extends ElementBase {
  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;

  private String name;

  @ElementCollection private List<Address> addresses = new ArrayList<>();

  @ElementCollection private Set<Phone> phones = new LinkedHashSet<>();

  @ElementCollection(fetch = FetchType.EAGER)
  private Set<Alias> aliases = new LinkedHashSet<>();

  @ElementCollection
  @CollectionTable(name = "stay", joinColumns = @JoinColumn(name = "person"))
  @OrderColumn(name = "place")
  @AttributeOverride(name = "street", column = @Column(name = "lane", length = 50))
  @AttributeOverride(name = "position.x", column = @Column(name = "east"))
  private List<Address> stays = new ArrayList<>();

  @ElementCollection
  @MapKeyColumn(name = "label", length = 10)
  @AttributeOverride(name = "value.city", column = @Column(name = "town", nullable = false))
  private Map<String, Address> places = new LinkedHashMap<>();

  protected Person() {}

  public Person(String name) {
    this.name = name;
  }

  public Long getId() {
    return id;
  }

  public String getName() {
    return name;
  }

  public List<Address> getAddresses() {
    return addresses;
  }

  public Set<Phone> getPhones() {
    return phones;
  }

  public Set<Alias> getAliases() {
    return aliases;
  }

  public List<Address> getStays() {
    return stays;
  }

  public Map<String, Address> getPlaces() {
    return places;
  }
}
