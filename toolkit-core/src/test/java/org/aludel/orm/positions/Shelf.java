package org.aludel.orm.positions;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderColumn;
import java.util.ArrayList;
import java.util.List;

/** Has lists whose elements have the foreign key, known to them and not. */
@Entity
public class Shelf extends PositionBase {
  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;

  @OneToMany(mappedBy = "shelf", cascade = CascadeType.ALL, orphanRemoval = true)
  @OrderColumn(name = "place")
  private List<Volume> volumes = new ArrayList<>();

  @OneToMany(cascade = CascadeType.PERSIST)
  @JoinColumn(name = "label_shelf")
  @OrderColumn
  private List<Label> labels = new ArrayList<>();

  public Long getId() {
    return id;
  }

  public List<Volume> getVolumes() {
    return volumes;
  }

  public List<Label> getLabels() {
    return labels;
  }
}
