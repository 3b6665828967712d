package org.aludel.orm.elements;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MapKeyColumn;
import jakarta.persistence.MapKeyEnumerated;
import jakarta.persistence.OrderColumn;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Has each kind of collection of values, between attributes of other kinds. */
@Entity
public class Trip extends ElementsBase {
  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;

  @ElementCollection private Set<String> tags = new LinkedHashSet<>();

  private String name;

  @ElementCollection
  @CollectionTable(name = "trip_stop", joinColumns = @JoinColumn(name = "trip"))
  @OrderColumn(name = "position")
  @Column(name = "place", length = 40)
  private List<String> stops = new ArrayList<>();

  @ManyToOne private Trip sequel;

  @ElementCollection(fetch = FetchType.EAGER)
  @Enumerated(EnumType.STRING)
  private Collection<Mood> moods = new ArrayList<>();

  @ElementCollection
  @MapKeyColumn(name = "day")
  private Map<Integer, String> notes = new LinkedHashMap<>();

  @ElementCollection
  @MapKeyEnumerated(EnumType.STRING)
  @Convert(converter = DistanceConverter.class)
  private Map<Mood, Distance> distances = new LinkedHashMap<>();

  protected Trip() {}

  public Trip(String name, String... tags) {
    this.name = name;
    this.tags.addAll(List.of(tags));
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

  public void setSequel(Trip value) {
    sequel = value;
  }

  public Trip getSequel() {
    return sequel;
  }

  public Set<String> getTags() {
    return tags;
  }

  public void setTags(Set<String> value) {
    tags = value;
  }

  public List<String> getStops() {
    return stops;
  }

  public Collection<Mood> getMoods() {
    return moods;
  }

  public Map<Integer, String> getNotes() {
    return notes;
  }

  public Map<Mood, Distance> getDistances() {
    return distances;
  }
}
