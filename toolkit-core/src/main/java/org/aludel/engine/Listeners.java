package org.aludel.engine;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.aludel.engine.option.ExecutionOptions;

/** The listeners of one connection. Not thread-safe. */
final class Listeners {
  private final List<ExecutionListener> told;

  Listeners(List<ExecutionListener> ofEngine) {
    this.told = new ArrayList<>(ofEngine);
  }

  void add(ExecutionListener listener) {
    told.add(listener);
  }

  boolean isEmpty() {
    return told.isEmpty();
  }

  void checkedOut(Connection jdbc) throws SQLException {
    for (ExecutionListener listener : told) {
      listener.checkedOut(jdbc);
    }
  }

  void checkedIn(Connection jdbc) throws SQLException {
    for (ExecutionListener listener : told) {
      listener.checkedIn(jdbc);
    }
  }

  /** The text to send. */
  String sending(Call call, ExecutionOptions options) {
    String sql = call.sql();
    if (told.isEmpty()) {
      return sql;
    }
    List<String> types = call.typeNames();
    for (ExecutionListener listener : told) {
      sql = listener.sending(new Outgoing(sql, types, options));
    }
    return sql;
  }

  void executed(Execution execution) {
    for (ExecutionListener listener : told) {
      listener.executed(execution);
    }
  }

  void failed(Failure failure) {
    for (ExecutionListener listener : told) {
      listener.failed(failure);
    }
  }

  void transaction(String statement) {
    for (ExecutionListener listener : told) {
      listener.transaction(statement);
    }
  }
}
