package org.aludel.orm.hashes;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.OneToMany;
import java.util.HashSet;
import java.util.Set;

/** Owns what is pinned to it. */
@Entity
public class Board extends HashesBase {
  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;

  @OneToMany(mappedBy = "board", cascade = CascadeType.ALL, orphanRemoval = true)
  private Set<Pin> pins = new HashSet<>();

  public Long getId() {
    return id;
  }

  public Set<Pin> getPins() {
    return pins;
  }

  public Pin pin(String text) {
    Pin pin = new Pin(this, text);
    pins.add(pin);
    return pin;
  }
}
