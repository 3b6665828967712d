package org.aludel.orm.heirs;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Inheritance;
import jakarta.persistence.InheritanceType;
import java.util.Arrays;
import org.aludel.orm.annotation.Hybrid;
import org.aludel.orm.heirs.shared.Named;
import org.aludel.sql.Expression;
import org.aludel.sql.Predicate;
import org.aludel.sql.Sql;

/** Its hybrids are those of the classes below. */
@Entity
@Inheritance(strategy = InheritanceType.JOINED)
public class Player extends Named<String> {
  @Id private int id;
  private int goals;

  protected Player() {}

  public Player(int id, String first, String last, int goals) {
    super(last, first, last);
    this.id = id;
    this.goals = goals;
  }

  public int getId() {
    return id;
  }

  public boolean scored(int... numbers) {
    return Arrays.stream(numbers).anyMatch(one -> one == goals);
  }

  @Hybrid
  static Predicate scored(PlayerT player, int... numbers) {
    return player.goals.in(Arrays.stream(numbers).boxed().toArray(Integer[]::new));
  }

  public String title() {
    return "player";
  }

  @Hybrid
  static Expression<String> title(PlayerT player) {
    return Sql.literal("player");
  }

  public boolean isLeading() {
    return this instanceof Captain;
  }

  @Hybrid
  static Predicate isLeading(PlayerT player) {
    return player.type().isA(Captain.class);
  }
}
