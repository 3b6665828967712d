package shop.tutorial.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OneToOne;

/** What a customer tells of themselves; one at most. */
// tutorial: profile
@Entity
public class Profile extends StoreBase {
  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;

  @Column(length = 200)
  private String about;

  @OneToOne(optional = false)
  @JoinColumn(name = "customer_id")
  private Customer customer; // the foreign key is here, and unique

  // end

  protected Profile() {}

  public Profile(Customer customer, String about) {
    this.customer = customer;
    this.about = about;
  }

  public String getAbout() {
    return about;
  }

  public Customer getCustomer() {
    return customer;
  }
}
