package org.aludel.orm.mapping.shop;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.ForeignKey;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import org.aludel.orm.annotation.Deferrable;
import org.aludel.orm.annotation.ForeignKeyAction;
import org.aludel.orm.annotation.IndexDef;
import org.aludel.orm.annotation.Load;
import org.aludel.orm.annotation.OnDelete;
import org.aludel.orm.annotation.OnUpdate;

/** Refers to a user twice. */
@Entity
@Table(schema = "crm")
@SuppressWarnings("unused") // fields are read by generated code
public class Address extends Base {
  private String street;

  @ManyToOne(optional = false)
  @OnDelete(ForeignKeyAction.CASCADE)
  @OnUpdate(ForeignKeyAction.RESTRICT)
  @IndexDef
  private User user;

  @ManyToOne
  @JoinColumn(
      name = "payer",
      unique = true,
      comment = "who pays",
      foreignKey = @ForeignKey(name = "the_payer"))
  @Deferrable
  @Load(Load.Strategy.SELECT_IN)
  private User paidBy;

  @Column(name = "payer", insertable = false, updatable = false, comment = "who pays")
  private Long payerId;
}
