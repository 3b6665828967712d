package org.aludel.migrations.review;

import java.util.ArrayList;
import java.util.List;

/** {@code UPDATE} and {@code DELETE} of all rows, also within {@code WITH}. */
final class WithoutWhereRule implements ScriptRule {
  @Override
  public String code() {
    return "C07";
  }

  @Override
  public String harm() {
    return "writes or deletes every row in one statement";
  }

  @Override
  public String cure() {
    return "say which rows, by ranges of the key on a large table";
  }

  @Override
  public List<Place> places(RevisionText revision) {
    List<Place> places = new ArrayList<>();
    for (RevisionText.Line line : revision.up()) {
      if (isUnbounded(line.statement())) {
        places.add(new Place(line.step(), line.statement().shown()));
      }
    }
    return places;
  }

  private static boolean isUnbounded(SqlStatement statement) {
    if (!statement.begins("update") && !statement.begins("delete") && !statement.begins("with")) {
      return false;
    }
    for (int at = 0; at < statement.tokens().size(); at++) {
      if (beginsToWrite(statement, at) && !isBounded(statement, at)) {
        return true;
      }
    }
    return false;
  }

  private static boolean beginsToWrite(SqlStatement statement, int at) {
    String before = statement.word(at - 1);
    boolean begins = before.isEmpty() || before.equals("(") || before.equals(")");
    return begins && (statement.at(at, "update") || statement.at(at, "delete", "from"));
  }

  /** Whether WHERE stands in the same parentheses. */
  private static boolean isBounded(SqlStatement statement, int from) {
    int depth = statement.tokens().get(from).depth();
    for (int at = from; at < statement.tokens().size(); at++) {
      SqlStatement.Token token = statement.tokens().get(at);
      if (token.depth() < depth) {
        return false;
      }
      if (token.depth() == depth && statement.at(at, "where")) {
        return true;
      }
    }
    return false;
  }
}
