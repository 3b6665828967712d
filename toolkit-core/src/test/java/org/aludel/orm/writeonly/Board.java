package org.aludel.orm.writeonly;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.OneToMany;
import org.aludel.orm.collection.WriteOnlyCollection;

/** Has notes of which the server takes no care. */
@Entity
public class Board extends AccountBase {
  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;

  @OneToMany(mappedBy = "board", orphanRemoval = true)
  private WriteOnlyCollection<Note> notes = WriteOnlyCollection.create();

  public Long getId() {
    return id;
  }

  public WriteOnlyCollection<Note> getNotes() {
    return notes;
  }
}
