package org.aludel.orm.heirs;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import org.aludel.orm.heirs.shared.Named;

/** Stores one of the attributes elsewhere. */
@Entity
@AttributeOverride(name = "last", column = @Column(name = "surname"))
public class Member extends Named<Integer> {
  @Id private int id;

  protected Member() {}

  public Member(int id, String first, String last) {
    super(id, first, last);
    this.id = id;
  }

  public int getId() {
    return id;
  }
}
