package bookshop;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import org.jspecify.annotations.Nullable;

/** A book of one author. */
@Entity
public class Book extends Base {
  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private @Nullable Long id;

  @Column(length = 100)
  private String title;

  @ManyToOne private @Nullable Author author;

  protected Book() {
    this("");
  }

  public Book(String title) {
    this.title = title;
  }

  public @Nullable Long getId() {
    return id;
  }

  public String getTitle() {
    return title;
  }

  public @Nullable Author getAuthor() {
    return author;
  }
}
