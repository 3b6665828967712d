package org.aludel.orm.loads;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import org.aludel.orm.annotation.Load;

/** A part of a letter. */
@Entity
public class Sheet extends LoadsBase {
  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;

  private String text;

  @Load(Load.Strategy.RAISE)
  @ManyToOne(optional = false)
  private Letter letter;

  protected Sheet() {}

  public Sheet(String text) {
    this.text = text;
  }

  public String getText() {
    return text;
  }

  public Letter getLetter() {
    return letter;
  }
}
