package org.aludel.orm.converted;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Converts;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;

/** Has converters from above, by path and by name, one switched off, and enums by their values. */
@Entity
@Convert(attributeName = "sold", converter = YesNoConverter.class)
@Convert(attributeName = "packing.fragile", converter = YesNoConverter.class)
public class Ware extends Sold {
  @Id private Long id;

  private Cents price;

  private Size size;

  @Column(name = "old_size")
  @Convert(disableConversion = true)
  private Size oldSize;

  @Converts(@Convert(attributeName = "sealed", converter = YesNoConverter.class))
  private Packing packing;

  @Column(length = 3)
  private Stage stage;

  @Column(name = "old_stage")
  @Enumerated(EnumType.STRING)
  private Stage oldStage;

  private Rank rank;

  protected Ware() {}

  public Ware(Long id) {
    this.id = id;
  }

  public Cents getPrice() {
    return price;
  }

  public void setPrice(Cents value) {
    price = value;
  }

  public Size getSize() {
    return size;
  }

  public void setSize(Size value) {
    size = value;
  }

  public Size getOldSize() {
    return oldSize;
  }

  public void setOldSize(Size value) {
    oldSize = value;
  }

  public Packing getPacking() {
    return packing;
  }

  public void setPacking(Packing value) {
    packing = value;
  }

  public Stage getStage() {
    return stage;
  }

  public void setStage(Stage value) {
    stage = value;
  }

  public Stage getOldStage() {
    return oldStage;
  }

  public void setOldStage(Stage value) {
    oldStage = value;
  }

  public Rank getRank() {
    return rank;
  }

  public void setRank(Rank value) {
    rank = value;
  }
}
