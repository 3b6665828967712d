package org.aludel.orm.ids;

/** The id of a shelf outside of it, as JPA wants it: a class with the fields of the id. */
@SuppressWarnings("UnusedVariable") // read by the mapping
public class ShelfId {
  private String room;
  private Integer level;

  protected ShelfId() {}

  public ShelfId(String room, Integer level) {
    this.room = room;
    this.level = level;
  }
}
