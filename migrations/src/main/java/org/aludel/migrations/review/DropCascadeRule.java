package org.aludel.migrations.review;

import java.util.ArrayList;
import java.util.List;

/** {@code DROP … CASCADE} takes along what nobody has named. Source: PostgreSQL 18 §5.15. */
final class DropCascadeRule implements ScriptRule {
  @Override
  public String code() {
    return "C05";
  }

  @Override
  public String harm() {
    return "drops what depends on it, whatever that is by then";
  }

  @Override
  public String cure() {
    return "name what goes, each in a statement of its own";
  }

  @Override
  public List<Place> places(RevisionText revision) {
    List<Place> places = new ArrayList<>();
    for (RevisionText.Line line : revision.up()) {
      if (cascades(line.statement())) {
        places.add(new Place(line.step(), line.statement().shown()));
      }
    }
    return places;
  }

  /** The actions of a foreign key have the same word behind DELETE or UPDATE. */
  private static boolean cascades(SqlStatement statement) {
    boolean drops = statement.begins("drop");
    for (int at = 0; at < statement.tokens().size(); at++) {
      drops |= statement.begins("alter") && statement.at(at, "drop");
      boolean action = statement.at(at - 1, "delete") || statement.at(at - 1, "update");
      if (drops && !action && statement.at(at, "cascade")) {
        return true;
      }
    }
    return false;
  }
}
