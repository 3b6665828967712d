package org.aludel.migrations.review;

import java.util.ArrayList;
import java.util.List;

/** {@code TRUNCATE} empties tables at once. Source: PostgreSQL 18, TRUNCATE. */
final class TruncateRule implements ScriptRule {
  @Override
  public String code() {
    return "C04";
  }

  @Override
  public String harm() {
    return "empties the table, with CASCADE also those that refer to it";
  }

  @Override
  public String cure() {
    return "delete the rows that have to go, in batches";
  }

  @Override
  public List<Place> places(RevisionText revision) {
    List<Place> places = new ArrayList<>();
    for (RevisionText.Line line : revision.up()) {
      if (line.statement().begins("truncate")) {
        places.add(new Place(line.step(), line.statement().shown()));
      }
    }
    return places;
  }
}
