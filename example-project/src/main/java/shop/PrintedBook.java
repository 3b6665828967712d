package shop;

import jakarta.persistence.DiscriminatorValue;
import jakarta.persistence.Entity;

/** A product that is sent. */
// tutorial: book
@Entity
@DiscriminatorValue("book")
public class PrintedBook extends Product {
  private Integer pages;

  // end

  protected PrintedBook() {}

  public PrintedBook(String title, String price, Category category, Integer pages) {
    super(title, price, category);
    this.pages = pages;
  }

  public Integer getPages() {
    return pages;
  }
}
