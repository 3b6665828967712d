package org.aludel.migrations.command;

import java.util.List;
import org.aludel.error.Problem;
import org.aludel.error.RevisionException;

/**
 * The history for a check, which has answers of its own also where the database does not fit.
 *
 * @param history with the state of the database where it can be placed, else of the files alone
 * @param reasons why it cannot be relied on, a line each; none where it fits
 */
record Unplaced(History history, List<String> reasons) {
  Unplaced {
    reasons = List.copyOf(reasons);
  }

  static Unplaced of(Workbench bench) {
    try {
      History history = History.of(bench);
      return new Unplaced(
          history,
          history.changed().stream().map(each -> "changed after it was applied: " + each).toList());
    } catch (RevisionException unexplained) {
      Problem problem = unexplained.problem();
      String found = problem.found();
      String reason = problem.code().id() + ": " + problem.what();
      return new Unplaced(
          History.of(bench.withoutDatabase()),
          List.of(found == null ? reason : reason + "; " + found.replace("\n", "; ")));
    }
  }
}
