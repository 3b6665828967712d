package shop;

import jakarta.persistence.Column;
import jakarta.persistence.DiscriminatorValue;
import jakarta.persistence.Entity;

/** A product that is fetched. */
// tutorial: download
@Entity
@DiscriminatorValue("download")
public class Download extends Product {
  @Column(length = 100)
  private String url;

  // end

  protected Download() {}

  public Download(String title, String price, Category category, String url) {
    super(title, price, category);
    this.url = url;
  }

  public String getUrl() {
    return url;
  }
}
