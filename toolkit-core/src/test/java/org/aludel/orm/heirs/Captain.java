package org.aludel.orm.heirs;

import jakarta.persistence.Entity;
import org.aludel.orm.annotation.Hybrid;
import org.aludel.sql.Expression;
import org.aludel.sql.Sql;

/** Says one of the hybrids otherwise. */
@Entity
public class Captain extends Player {
  private String team;

  protected Captain() {}

  public Captain(int id, String first, String last, String team) {
    super(id, first, last, 7);
    this.team = team;
  }

  public String getTeam() {
    return team;
  }

  @Override
  public String title() {
    return "captain of " + team;
  }

  @Hybrid
  static Expression<String> title(CaptainT captain) {
    return Sql.literal("captain of ").concat(captain.team);
  }
}
