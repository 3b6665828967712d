package notes;

import jakarta.persistence.Entity;

@Entity
public class Note {
  private String text;

  protected Note() {}
}
