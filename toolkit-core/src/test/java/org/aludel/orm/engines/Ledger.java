package org.aludel.orm.engines;

import jakarta.persistence.CascadeType;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Version;
import java.util.ArrayList;
import java.util.List;
import org.aludel.orm.collection.WriteOnlyCollection;

/** Is kept in another engine than its clerk, with all that it has. */
@Entity
public class Ledger implements Books {
  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;

  private String title = "";

  @Version private int version;

  @ElementCollection @OrderColumn private List<String> remarks = new ArrayList<>();

  @OneToMany(mappedBy = "ledger", cascade = CascadeType.PERSIST)
  private WriteOnlyCollection<Posting> postings = WriteOnlyCollection.create();

  @ManyToOne(fetch = FetchType.LAZY)
  private Clerk clerk;

  protected Ledger() {}

  public Ledger(String title) {
    this.title = title;
  }

  public Long getId() {
    return id;
  }

  public String getTitle() {
    return title;
  }

  public void setTitle(String value) {
    title = value;
  }

  public int getVersion() {
    return version;
  }

  public List<String> getRemarks() {
    return remarks;
  }

  public WriteOnlyCollection<Posting> getPostings() {
    return postings;
  }

  public Clerk getClerk() {
    return clerk;
  }

  public void setClerk(Clerk value) {
    clerk = value;
  }
}
