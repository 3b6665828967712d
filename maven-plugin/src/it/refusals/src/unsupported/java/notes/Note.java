package notes;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.TableGenerator;

@Entity
public class Note {
  @Id private Long id;

  @TableGenerator(name = "numbers")
  private String text;

  protected Note() {}
}
