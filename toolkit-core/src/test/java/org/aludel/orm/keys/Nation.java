package org.aludel.orm.keys;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;

/** Its key is a code, which may change. */
@Entity
public class Nation extends KeysBase {
  @Id
  @Column(length = 2)
  private String code;

  private String name;

  protected Nation() {}

  public Nation(String code, String name) {
    this.code = code;
    this.name = name;
  }

  public String getCode() {
    return code;
  }

  public void setCode(String value) {
    code = value;
  }

  public String getName() {
    return name;
  }
}
