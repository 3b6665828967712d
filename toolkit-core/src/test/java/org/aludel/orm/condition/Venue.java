package org.aludel.orm.condition;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Inheritance;
import jakarta.persistence.InheritanceType;
import jakarta.persistence.OneToMany;
import java.util.ArrayList;
import java.util.List;
import org.aludel.orm.annotation.JoinCondition;
import org.aludel.sql.Predicate;

/** The root of a hierarchy in several tables, with a condition that all its classes inherit. */
@Entity
@Inheritance(strategy = InheritanceType.JOINED)
public class Venue extends MusicBase {
  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;

  private String town = "";

  @OneToMany @JoinCondition private List<Composer> locals = new ArrayList<>();

  static Predicate locals(VenueT venue, ComposerT composer) {
    return composer.town.eq(venue.town);
  }

  protected Venue() {}

  public Venue(String town) {
    this.town = town;
  }

  public Long getId() {
    return id;
  }

  public String getTown() {
    return town;
  }

  public List<Composer> getLocals() {
    return locals;
  }
}
