package org.aludel.migrations.review;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.aludel.migrations.revision.ChangeSet;

/** What was added without a look at the rows, and validated in the same transaction. */
final class ValidateRule implements ScriptRule {
  @Override
  public String code() {
    return "A09";
  }

  @Override
  public String harm() {
    return "the scan runs under the strong lock that NOT VALID took in the same transaction";
  }

  @Override
  public String cure() {
    return "validate in a later revision, or in a step of its own under atomic: false";
  }

  @Override
  public List<Place> places(RevisionText text) {
    Map<String, Integer> transactions = transactions(text);
    Map<String, Integer> added = new HashMap<>();
    List<Place> places = new ArrayList<>();
    for (RevisionText.Line line : text.up()) {
      SqlStatement statement = line.statement();
      int transaction = transactions.getOrDefault(line.step(), -1);
      for (int at = 0; at < statement.tokens().size(); at++) {
        String name = name(statement, at, "add", "constraint");
        if (!name.isEmpty() && isLater(statement, at)) {
          added.put(name, transaction);
        }
        String validated = name(statement, at, "validate", "constraint");
        if (transaction >= 0 && Integer.valueOf(transaction).equals(added.get(validated))) {
          places.add(new Place(line.step(), statement.shown()));
        }
      }
    }
    return places;
  }

  /** The table or domain and the constraint, or empty. */
  private static String name(SqlStatement statement, int at, String... words) {
    boolean alters = statement.begins("alter", "table") || statement.begins("alter", "domain");
    if (!alters || !statement.at(at, words)) {
      return "";
    }
    int owner = statement.skip(statement.skip(2, "if", "exists"), "only");
    return statement.name(owner) + " " + statement.name(at + words.length);
  }

  /** Whether the action ends with NOT VALID. */
  private static boolean isLater(SqlStatement statement, int action) {
    for (int at = action; at < statement.tokens().size(); at++) {
      SqlStatement.Token token = statement.tokens().get(at);
      if (token.depth() == 0 && token.text().equals(",")) {
        return false;
      }
      if (statement.at(at, "not", "valid")) {
        return true;
      }
    }
    return false;
  }

  /** Which steps commit together: neighbours, unless the revision says otherwise. */
  private static Map<String, Integer> transactions(RevisionText text) {
    Map<String, Integer> transactions = new HashMap<>();
    int transaction = 0;
    boolean open = false;
    for (ChangeSet step : text.revision().changeSets()) {
      boolean joins = step.runInTransaction() && text.revision().atomic();
      if (!joins || !open) {
        transaction++;
      }
      open = joins;
      transactions.put(step.id(), step.runInTransaction() ? transaction : -1);
    }
    return transactions;
  }
}
