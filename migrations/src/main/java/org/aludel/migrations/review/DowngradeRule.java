package org.aludel.migrations.review;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.aludel.migrations.revision.ChangeSet;
import org.aludel.migrations.revision.Revision;

/** A way back that is none, or that destroys what it does not name. */
final class DowngradeRule implements ScriptRule {
  @Override
  public String code() {
    return "C12";
  }

  @Override
  public String harm() {
    return "the way back is missing, or loses rows that the guard of a downgrade cannot see";
  }

  @Override
  public String cure() {
    return "write a rollback, and name in lossy what it drops";
  }

  @Override
  public List<Place> places(RevisionText text) {
    Revision revision = text.revision();
    List<Place> places = new ArrayList<>();
    if (revision.irreversible() != null) {
      places.add(new Place(revision.id(), "irreversible: " + revision.irreversible()));
    }
    for (ChangeSet step : revision.changeSets()) {
      if (step.rollback() != null && step.rollback().isEmpty() && writesRows(text, step.id())) {
        places.add(new Place(step.id(), "rows are changed, and rollback is empty"));
      }
    }
    for (RevisionText.Line line : text.down()) {
      for (String lost : Loss.of(text, line.statement())) {
        if (!isNamed(revision.lossy(), lost)) {
          places.add(new Place(line.step(), "the way back drops " + lost + ", which lossy lacks"));
        }
      }
    }
    return places;
  }

  private static boolean writesRows(RevisionText text, String step) {
    return text.up().stream()
        .filter(each -> each.step().equals(step))
        .map(RevisionText.Line::statement)
        .anyMatch(
            each ->
                each.begins("update")
                    || each.begins("insert")
                    || each.begins("delete")
                    || each.begins("truncate"));
  }

  private static boolean isNamed(List<String> lossy, String lost) {
    String whole = lost.substring(0, lost.lastIndexOf('.')) + ".*";
    return lossy.stream()
        .map(each -> each.toLowerCase(Locale.ROOT))
        .anyMatch(each -> each.equals(lost) || each.equals(whole));
  }
}
