package org.aludel.orm.keys;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import org.aludel.orm.annotation.Deferrable;

/** Must have another one, which is looked at when the transaction ends. */
@Entity
public class Twin extends KeysBase {
  @Id private String name;

  @ManyToOne(optional = false, cascade = CascadeType.PERSIST)
  @Deferrable(initiallyDeferred = true)
  private Twin other;

  protected Twin() {}

  public Twin(String name) {
    this.name = name;
  }

  public String getName() {
    return name;
  }

  public Twin getOther() {
    return other;
  }

  public void setOther(Twin value) {
    other = value;
  }
}
