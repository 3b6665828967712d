package org.aludel.orm.bookshop;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.OneToMany;
import jakarta.persistence.SequenceGenerator;
import java.util.LinkedHashSet;
import java.util.Set;

/** Has ids from a sequence and a set without cascades. */
@Entity
public class Shelf extends BookshopBase {
  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "shelf_seq")
  @SequenceGenerator(name = "shelf_seq", sequenceName = "shelf_seq", allocationSize = 10)
  private long id;

  @Column(length = 10, nullable = false, unique = true)
  private String code;

  @OneToMany(mappedBy = "shelf")
  private Set<Copy> copies = new LinkedHashSet<>();

  @OneToMany(mappedBy = "shelf")
  private Set<Label> labels = new LinkedHashSet<>();

  protected Shelf() {}

  public Shelf(String code) {
    this.code = code;
  }

  public long getId() {
    return id;
  }

  public String getCode() {
    return code;
  }

  public void setCode(String value) {
    code = value;
  }

  public Set<Copy> getCopies() {
    return copies;
  }

  public Set<Label> getLabels() {
    return labels;
  }
}
