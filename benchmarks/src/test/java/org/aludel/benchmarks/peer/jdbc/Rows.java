package org.aludel.benchmarks.peer.jdbc;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.aludel.benchmarks.peer.Checksum;
import org.aludel.benchmarks.peer.model.PlainItem;
import org.aludel.benchmarks.peer.model.Sizes;
import org.jspecify.annotations.Nullable;

/** Rows of other tables, and those that are written. */
public final class Rows {
  private Rows() {}

  /** A parent with its children. */
  public static final class Author {
    public @Nullable Long id;
    public String name = "";
    public String email = "";
    public LocalDate born = LocalDate.EPOCH;
    public boolean active;
    public final List<Book> books = new ArrayList<>();

    /** The parent and its children. */
    public long checksum() {
      return Checksum.row(id, name, email, born, active) + Checksum.of(books, Book::checksum);
    }
  }

  /** A child. */
  public static final class Book {
    public @Nullable Long id;
    public String title = "";
    public String isbn = "";
    public BigDecimal price = BigDecimal.ZERO;
    public int pages;
    public LocalDate published = LocalDate.EPOCH;

    /** Its columns but the parent's key. */
    public long checksum() {
      return Checksum.row(id, title, isbn, price, pages, published);
    }
  }

  /** Items to insert, numbered. */
  public static List<PlainItem> items(int count) {
    return numbered(count, PlainItem::of);
  }

  /** As many as asked for, made of 1 and up. */
  public static <T> List<T> numbered(int count, IntFunction<T> made) {
    return IntStream.rangeClosed(1, count).mapToObj(made).toList();
  }

  /** Items to upsert: the first half has the ids of rows that are there. */
  public static List<PlainItem> upserted() {
    return numbered(
        Sizes.ITEMS,
        number -> {
          PlainItem item = PlainItem.of(number + 1);
          item.id = upsertedId(number);
          return item;
        });
  }

  /** The id of the upserted row of a number. */
  public static long upsertedId(int number) {
    return number <= Sizes.ITEMS / 2 ? number : number + Sizes.ITEMS;
  }

  /** The email of an author to insert. */
  public static Author author(int number) {
    Author author = new Author();
    author.name = "writer " + number;
    author.email = number + "@example.com";
    author.born = LocalDate.of(1950, 1, 1).plusDays(number);
    author.active = number % 2 == 0;
    for (int child = 1; child <= Sizes.CHILDREN; child++) {
      author.books.add(book(number * Sizes.CHILDREN + child));
    }
    return author;
  }

  private static Book book(int number) {
    Book book = new Book();
    book.title = "novel " + number;
    book.isbn = "isbn " + number;
    book.price = BigDecimal.valueOf(number, 2);
    book.pages = number % 900;
    book.published = LocalDate.of(2010, 1, 1).plusDays(number % 4000);
    return book;
  }

  /** The authors to insert, each with its books. */
  public static List<Author> authors() {
    return numbered(Sizes.PARENTS, Rows::author);
  }

  /** A list in parts of the batch size. */
  public static <T> List<List<T>> parts(List<T> all) {
    List<List<T>> parts = new ArrayList<>();
    for (int from = 0; from < all.size(); from += Sizes.BATCH) {
      parts.add(all.subList(from, Math.min(from + Sizes.BATCH, all.size())));
    }
    return parts;
  }
}
