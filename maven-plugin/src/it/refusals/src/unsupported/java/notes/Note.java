package notes;

import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;

@Entity
public class Note {
  @Id private Long id;

  @Convert(disableConversion = true)
  private String text;

  protected Note() {}
}
