package org.aludel.orm.keys;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import org.aludel.orm.annotation.ForeignKeyAction;
import org.aludel.orm.annotation.OnUpdate;

/** The key of its nation is a part of its own. */
@Entity
public class Town extends KeysBase {
  @Id
  @Column(name = "nation_code", length = 2)
  private String nationCode;

  @Id private int number;

  private String name;

  @ManyToOne(optional = false)
  @JoinColumn(name = "nation_code", insertable = false, updatable = false)
  @OnUpdate(ForeignKeyAction.CASCADE)
  private Nation nation;

  protected Town() {}

  public Town(Nation nation, int number, String name) {
    this.nation = nation;
    this.nationCode = nation.getCode();
    this.number = number;
    this.name = name;
  }

  public String getNationCode() {
    return nationCode;
  }

  public int getNumber() {
    return number;
  }

  public String getName() {
    return name;
  }

  public void setName(String value) {
    name = value;
  }

  public Nation getNation() {
    return nation;
  }
}
