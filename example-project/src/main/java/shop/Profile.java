package shop;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OneToOne;

/** What a user tells of themselves; one at most. */
// tutorial: profile
@Entity
public class Profile extends Base {
  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;

  @Column(length = 200)
  private String about;

  @OneToOne(optional = false)
  @JoinColumn(name = "user_id")
  private User user; // the foreign key is here, and unique

  // end

  protected Profile() {}

  public Profile(User user, String about) {
    this.user = user;
    this.about = about;
  }

  public String getAbout() {
    return about;
  }

  public User getUser() {
    return user;
  }
}
