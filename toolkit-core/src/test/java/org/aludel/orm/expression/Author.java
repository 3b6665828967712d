package org.aludel.orm.expression;

import static org.aludel.sql.Sql.count;
import static org.aludel.sql.Sql.scalar;
import static org.aludel.sql.Sql.select;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import java.util.ArrayList;
import java.util.List;
import org.aludel.orm.annotation.ColumnProperty;
import org.aludel.orm.annotation.Deferred;
import org.aludel.orm.annotation.Hybrid;
import org.aludel.sql.Expression;
import org.aludel.sql.Predicate;
import org.jspecify.annotations.Nullable;

/** A name made of columns, a count of others, and a deferred count of its own class. */
@Entity
@SuppressWarnings("NullAway.Init") // rows fill them
public class Author extends LibraryBase {
  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;

  private String first;
  private String last;

  @ColumnProperty private String fullName;

  @ColumnProperty private long bookCount;

  @ColumnProperty private boolean published;

  @ColumnProperty @Deferred private Long pupilCount;

  @ColumnProperty @Deferred private @Nullable String lastTitle;

  @ManyToOne(fetch = FetchType.LAZY)
  private @Nullable Author teacher;

  @OneToMany(mappedBy = "teacher")
  private List<Author> pupils = new ArrayList<>();

  @OneToMany(
      mappedBy = "author",
      cascade = {CascadeType.PERSIST, CascadeType.MERGE})
  private List<Book> books = new ArrayList<>();

  protected Author() {}

  public Author(String first, String last, @Nullable Author teacher) {
    this.first = first;
    this.last = last;
    this.teacher = teacher;
  }

  public Long getId() {
    return id;
  }

  public String getFirst() {
    return first;
  }

  public String getLast() {
    return last;
  }

  public void setLast(String last) {
    this.last = last;
  }

  public String getFullName() {
    return fullName;
  }

  public void setFullName(String fullName) {
    this.fullName = fullName;
  }

  @Hybrid
  static Expression<String> fullName(AuthorT author) {
    return author.first.concat(" ").concat(author.last);
  }

  public long getBookCount() {
    return bookCount;
  }

  @Hybrid
  static Expression<Long> bookCount(AuthorT author) {
    BookT book = BookT.BOOK.as("counted");
    return scalar(select(count()).from(book).where(book.author.id.eq(author.id)));
  }

  public boolean isPublished() {
    return published;
  }

  @Hybrid
  static Predicate published(AuthorT author) {
    return author.books.any();
  }

  public Long getPupilCount() {
    return pupilCount;
  }

  @Hybrid
  static Expression<Long> pupilCount(AuthorT author) {
    AuthorT pupil = AuthorT.AUTHOR.as("pupil");
    return scalar(select(count()).from(pupil).where(pupil.teacher.id.eq(author.id)));
  }

  public @Nullable String getLastTitle() {
    return lastTitle;
  }

  /** Values of all kinds that a statement would bind. */
  @Hybrid
  static Expression<String> lastTitle(AuthorT author) {
    BookT book = BookT.BOOK.as("newest");
    return scalar(
        select(book.title)
            .where(
                book.author.id.eq(author.id),
                book.title.notIn("it's", "lost"),
                book.title.ne("none"),
                book.id.gt(0L))
            .orderBy(book.id.desc())
            .limit(1));
  }

  public @Nullable Author getTeacher() {
    return teacher;
  }

  public List<Author> getPupils() {
    return pupils;
  }

  public List<Book> getBooks() {
    return books;
  }
}
