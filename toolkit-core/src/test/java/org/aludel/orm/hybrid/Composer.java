package org.aludel.orm.hybrid;

import static org.aludel.sql.Sql.count;
import static org.aludel.sql.Sql.scalar;
import static org.aludel.sql.Sql.select;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.OneToMany;
import java.util.ArrayList;
import java.util.List;
import org.aludel.orm.annotation.Hybrid;
import org.aludel.sql.Expression;
import org.aludel.sql.Predicate;

/** A name, a count and a comparison, each in memory and in SQL. */
@Entity
@SuppressWarnings("NullAway.Init") // rows fill them
public class Composer extends ScoreBase {
  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;

  private String first;
  private String last;
  private int born;

  @OneToMany(
      mappedBy = "composer",
      cascade = {CascadeType.PERSIST, CascadeType.MERGE})
  private List<Work> works = new ArrayList<>();

  protected Composer() {}

  public Composer(String first, String last, int born) {
    this.first = first;
    this.last = last;
    this.born = born;
  }

  public String fullName() {
    return first + " " + last;
  }

  @Hybrid
  public static Expression<String> fullName(ComposerT composer) {
    return composer.first.concat(" ").concat(composer.last);
  }

  public long getWorkCount() {
    return works.size();
  }

  @Hybrid
  static Expression<Long> workCount(ComposerT composer) {
    WorkT work = WorkT.WORK.as("counted");
    return scalar(select(count()).from(work).where(work.composer.id.eq(composer.id)));
  }

  public boolean bornIn(int from, int to) {
    return born >= from && born <= to;
  }

  @Hybrid
  static Predicate bornIn(ComposerT composer, int from, int to) {
    return composer.born.between(from, to);
  }

  public boolean isCalled(String... names) {
    return List.of(names).contains(last);
  }

  @Hybrid
  static Predicate isCalled(ComposerT composer, String... names) {
    return composer.last.in(names);
  }

  public List<Work> getWorks() {
    return works;
  }
}
