package org.aludel.orm.unitofwork;

import java.util.List;
import java.util.stream.Collectors;
import org.aludel.error.Problem;
import org.aludel.error.SessionCode;
import org.aludel.error.StaleDataException;
import org.aludel.orm.mapping.ElementCollection;
import org.aludel.orm.state.InstanceState;

/** Rows that were not there, or not in the version that was read. */
final class Stale {
  private static final int NAMED = 10;

  private Stale() {}

  static StaleDataException updated(List<InstanceState<?>> states) {
    return of("update", states);
  }

  static StaleDataException deleted(List<InstanceState<?>> states) {
    return of("delete", states);
  }

  /** Rows of a collection of values, of which at least one of these owners lacks some. */
  static StaleDataException elements(ElementCollection collection, List<InstanceState<?>> owners) {
    return of("update", collection.toString(), owners);
  }

  private static StaleDataException of(String what, List<InstanceState<?>> states) {
    return of(what, states.get(0).model().mapper().type().getName(), states);
  }

  private static StaleDataException of(String what, String name, List<InstanceState<?>> states) {
    String keys =
        states.stream()
            .limit(NAMED)
            .map(state -> String.valueOf(BatchWriter.keyOf(state)))
            .collect(Collectors.joining(", "));
    String more = states.size() > NAMED ? " and " + (states.size() - NAMED) + " more" : "";
    return new StaleDataException(
        Problem.of(SessionCode.STALE, "cannot " + what + " \"" + name + "\"")
            .found("no row as it was read for key " + keys + more)
            .expected("rows that nobody changed or deleted since")
            .fix("roll back, read the rows again and repeat the change"));
  }
}
