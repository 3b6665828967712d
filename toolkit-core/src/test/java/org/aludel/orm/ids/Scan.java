package org.aludel.orm.ids;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;

/** Refers to a parcel by both columns of its id. */
@Entity
public class Scan extends IdBase {
  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;

  private String place;

  @ManyToOne(optional = false)
  private Parcel parcel;

  protected Scan() {}

  Scan(Parcel parcel, String place) {
    this.parcel = parcel;
    this.place = place;
  }

  public Long getId() {
    return id;
  }

  public String getPlace() {
    return place;
  }

  public Parcel getParcel() {
    return parcel;
  }
}
