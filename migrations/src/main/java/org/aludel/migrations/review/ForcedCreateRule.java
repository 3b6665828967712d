package org.aludel.migrations.review;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** {@code DROP TABLE IF EXISTS} before {@code CREATE TABLE}. */
final class ForcedCreateRule implements ScriptRule {
  @Override
  public String code() {
    return "C06";
  }

  @Override
  public String harm() {
    return "drops a table that is in use where one has the name";
  }

  @Override
  public String cure() {
    return "create it, and let the statement fail where it is there";
  }

  @Override
  public List<Place> places(RevisionText revision) {
    List<Place> places = new ArrayList<>();
    Map<String, RevisionText.Line> dropped = new HashMap<>();
    for (RevisionText.Line line : revision.up()) {
      SqlStatement statement = line.statement();
      if (statement.begins("drop", "table", "if", "exists")) {
        dropped.put(statement.name(4), line);
      } else if (statement.begins("create")) {
        RevisionText.Line before = dropped.get(TableNames.created(statement));
        if (before != null) {
          places.add(new Place(before.step(), before.statement().shown()));
        }
      }
    }
    return places;
  }
}
