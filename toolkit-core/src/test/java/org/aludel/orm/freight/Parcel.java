package org.aludel.orm.freight;

import jakarta.persistence.Entity;

/** Its rows lie in two tables. */
@Entity
public class Parcel extends Shipment {
  private int weight;

  private String remark;

  protected Parcel() {}

  public Parcel(String code, int weight) {
    super(code);
    this.weight = weight;
  }

  public int getWeight() {
    return weight;
  }

  public void setWeight(int value) {
    weight = value;
  }

  public String getRemark() {
    return remark;
  }

  public void setRemark(String value) {
    remark = value;
  }
}
