package org.aludel.orm.writeonly;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;

/** Nothing happens to it by the server. */
@Entity
public class Note extends AccountBase {
  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;

  private String text = "";

  @ManyToOne private Board board;

  protected Note() {}

  public Note(String text, Board board) {
    this.text = text;
    this.board = board;
  }

  public String getText() {
    return text;
  }

  public Board getBoard() {
    return board;
  }

  public Long getId() {
    return id;
  }
}
