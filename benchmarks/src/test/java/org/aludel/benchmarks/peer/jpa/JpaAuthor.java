package org.aludel.benchmarks.peer.jpa;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.OneToMany;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.aludel.benchmarks.peer.Checksum;
import org.aludel.benchmarks.peer.jdbc.Rows;
import org.jspecify.annotations.Nullable;

/** A parent. */
@Entity
@Table(name = "author")
public class JpaAuthor {
  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "author_seq")
  @SequenceGenerator(name = "author_seq", sequenceName = "author_seq", allocationSize = 50)
  private @Nullable Long id;

  @Column(length = 60)
  private String name = "";

  @Column(length = 60)
  private String email = "";

  private LocalDate born = LocalDate.EPOCH;
  private boolean active;

  @OneToMany(mappedBy = "author", cascade = CascadeType.ALL)
  private List<JpaBook> books = new ArrayList<>();

  /** Empty, for the library. */
  protected JpaAuthor() {}

  /** A parent with its children, to be inserted. */
  public JpaAuthor(Rows.Author row) {
    fill(row.name, row.email, row.born, row.active);
    row.books.forEach(book -> books.add(new JpaBook(book, this)));
  }

  public @Nullable Long getId() {
    return id;
  }

  public List<JpaBook> getBooks() {
    return books;
  }

  /** The parent and its children. */
  public long checksum() {
    return Checksum.row(getId(), getName(), getEmail(), getBorn(), isActive())
        + Checksum.of(books, JpaBook::checksum);
  }

  private void fill(String newName, String newEmail, LocalDate day, boolean isActive) {
    name = newName;
    email = newEmail;
    born = day;
    active = isActive;
  }

  public String getName() {
    return name;
  }

  public String getEmail() {
    return email;
  }

  public LocalDate getBorn() {
    return born;
  }

  public boolean isActive() {
    return active;
  }
}
