package org.aludel.orm.between;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinTable;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import java.util.ArrayList;
import java.util.List;

/** Holds drawers, whose rows do not know it. */
@Entity
public class Chest extends BetweenBase {
  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;

  @OneToMany(cascade = CascadeType.ALL)
  @JoinTable
  @OrderBy("name")
  private List<Drawer> drawers = new ArrayList<>();

  public Long getId() {
    return id;
  }

  public List<Drawer> getDrawers() {
    return drawers;
  }
}
