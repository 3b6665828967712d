package org.aludel.orm.hashes;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import java.util.Objects;

/** Equal by its id, as many generate it. */
@Entity
public class Pin extends HashesBase {
  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;

  private String text;

  @ManyToOne private Board board;

  protected Pin() {}

  Pin(Board board, String text) {
    this.board = board;
    this.text = text;
  }

  public Board getBoard() {
    return board;
  }

  public String getText() {
    return text;
  }

  @Override
  public boolean equals(Object other) {
    return other == this || (id != null && other instanceof Pin pin && id.equals(pin.id));
  }

  @Override
  public int hashCode() {
    return Objects.hashCode(id);
  }
}
