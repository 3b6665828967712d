package org.aludel.orm.keys;

import jakarta.persistence.ConstraintMode;
import jakarta.persistence.Entity;
import jakarta.persistence.ForeignKey;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;

/** Refers to a nation without a constraint in the database. */
@Entity
public class Embassy extends KeysBase {
  @Id private String name;

  @ManyToOne
  @JoinColumn(foreignKey = @ForeignKey(ConstraintMode.NO_CONSTRAINT))
  private Nation nation;

  protected Embassy() {}

  public Embassy(String name, Nation nation) {
    this.name = name;
    this.nation = nation;
  }

  public String getName() {
    return name;
  }

  public Nation getNation() {
    return nation;
  }
}
