package org.aludel.orm.ids;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.OneToMany;
import java.util.ArrayList;
import java.util.List;

/** Has an id that is a record of two columns. */
@Entity
public class Parcel extends IdBase {
  @EmbeddedId
  @AttributeOverride(name = "number", column = @Column(name = "parcel_no"))
  private ParcelId id;

  private String note;

  @OneToMany(mappedBy = "parcel", cascade = CascadeType.ALL, orphanRemoval = true)
  private List<Scan> scans = new ArrayList<>();

  protected Parcel() {}

  public Parcel(ParcelId id, String note) {
    this.id = id;
    this.note = note;
  }

  public ParcelId getId() {
    return id;
  }

  public void setId(ParcelId value) {
    id = value;
  }

  public String getNote() {
    return note;
  }

  public void setNote(String value) {
    note = value;
  }

  public List<Scan> getScans() {
    return scans;
  }

  /** A scan of this parcel. */
  public Scan scanned(String place) {
    Scan scan = new Scan(this, place);
    scans.add(scan);
    return scan;
  }
}
