package org.aludel.orm.freight;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Inheritance;
import jakarta.persistence.InheritanceType;
import jakarta.persistence.Version;

/** The root, which has objects of its own. */
@Entity
@Inheritance(strategy = InheritanceType.JOINED)
public class Shipment extends FreightBase {
  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE)
  private Long id;

  @Column(nullable = false, length = 20, unique = true)
  private String code;

  @Version private int version;

  protected Shipment() {}

  public Shipment(String code) {
    this.code = code;
  }

  public Long getId() {
    return id;
  }

  public String getCode() {
    return code;
  }

  public void setCode(String value) {
    code = value;
  }

  public int getVersion() {
    return version;
  }

  public void setVersion(int value) {
    version = value;
  }
}
