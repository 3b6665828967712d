package org.aludel.benchmarks.peer.jpa;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.aludel.benchmarks.peer.Checksum;
import org.aludel.benchmarks.peer.jdbc.Rows;
import org.jspecify.annotations.Nullable;

/** A child. */
@Entity
@Table(name = "book")
public class JpaBook {
  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "book_seq")
  @SequenceGenerator(name = "book_seq", sequenceName = "book_seq", allocationSize = 50)
  private @Nullable Long id;

  @Column(length = 100)
  private String title = "";

  @Column(length = 20)
  private String isbn = "";

  @Column(precision = 12, scale = 2)
  private BigDecimal price = BigDecimal.ZERO;

  private int pages;
  private LocalDate published = LocalDate.EPOCH;

  @ManyToOne(fetch = FetchType.LAZY, optional = false)
  @JoinColumn(name = "author_id", nullable = false)
  private JpaAuthor author;

  /** Empty, for the library, which sets the author. */
  @SuppressWarnings("NullAway.Init")
  protected JpaBook() {}

  JpaBook(Rows.Book row, JpaAuthor author) {
    fill(row.title, row.isbn, row.price, row.pages, row.published);
    this.author = author;
  }

  public @Nullable Long getId() {
    return id;
  }

  public JpaAuthor getAuthor() {
    return author;
  }

  /** Its columns but the parent's key. */
  public long checksum() {
    return Checksum.row(getId(), getTitle(), getIsbn(), getPrice(), getPages(), getPublished());
  }

  private void fill(
      String newTitle, String newIsbn, BigDecimal newPrice, int newPages, LocalDate day) {
    title = newTitle;
    isbn = newIsbn;
    price = newPrice;
    pages = newPages;
    published = day;
  }

  public String getTitle() {
    return title;
  }

  public String getIsbn() {
    return isbn;
  }

  public BigDecimal getPrice() {
    return price;
  }

  public int getPages() {
    return pages;
  }

  public LocalDate getPublished() {
    return published;
  }
}
