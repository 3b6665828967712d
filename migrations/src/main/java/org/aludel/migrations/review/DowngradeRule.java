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
      String lost = lost(text, line.statement());
      if (!lost.isEmpty() && !isNamed(revision.lossy(), lost)) {
        places.add(new Place(line.step(), "the way back drops " + lost + ", which lossy lacks"));
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

  /** A table or column that the revision brought and that is not generated, or empty. */
  private static String lost(RevisionText text, SqlStatement down) {
    String table = TableNames.dropped(down);
    if (!table.isEmpty()) {
      boolean brought =
          text.up().stream().anyMatch(each -> TableNames.created(each.statement()).equals(table));
      return brought ? table + ".*" : "";
    }
    String altered = TableNames.altered(down);
    for (int at = 0; at < down.tokens().size() && !altered.isEmpty(); at++) {
      if (down.at(at, "drop", "column")) {
        String column = down.name(down.skip(at + 2, "if", "exists"));
        return adds(text, altered, column) ? altered + "." + column : "";
      }
    }
    return "";
  }

  private static boolean adds(RevisionText text, String table, String column) {
    for (RevisionText.Line line : text.up()) {
      SqlStatement up = line.statement();
      boolean generated = false;
      boolean found = false;
      for (int at = 0; at < up.tokens().size(); at++) {
        generated |= up.at(at, "generated");
        found |= up.at(at, "add") && up.name(up.skip(at + 1, "column")).equals(column);
      }
      if (found && !generated && TableNames.altered(up).equals(table)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isNamed(List<String> lossy, String lost) {
    String whole = lost.substring(0, lost.lastIndexOf('.')) + ".*";
    return lossy.stream()
        .map(each -> each.toLowerCase(Locale.ROOT))
        .anyMatch(each -> each.equals(lost) || each.equals(whole));
  }
}
