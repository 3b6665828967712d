package org.aludel.orm.loads;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import java.util.ArrayList;
import java.util.List;
import org.aludel.orm.annotation.Load;

/** Is mapped with joins by default. */
@Entity
public class Letter extends LoadsBase {
  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;

  @Load(Load.Strategy.JOINED)
  @ManyToOne(optional = false)
  private Customer writer;

  @Load(Load.Strategy.SUBQUERY)
  @OneToMany(mappedBy = "letter", cascade = CascadeType.ALL)
  private List<Sheet> sheets = new ArrayList<>();

  protected Letter() {}

  public Letter(Customer writer) {
    this.writer = writer;
  }

  public Customer getWriter() {
    return writer;
  }

  public List<Sheet> getSheets() {
    return sheets;
  }
}
