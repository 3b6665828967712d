package org.aludel.migrations.command;

import java.util.List;
import org.aludel.engine.DatabaseUrl;
import org.aludel.error.RevisionException;
import org.jspecify.annotations.Nullable;

/** Says where files and database stand, also where the two do not fit. */
final class Status {
  private final Workbench bench;

  Status(Workbench bench) {
    this.bench = bench;
  }

  StatusResult run() {
    try {
      return of(History.of(bench), null);
    } catch (RevisionException unexplained) {
      return of(History.of(bench.withoutDatabase()), unexplained.problem().message());
    }
  }

  /** The address; what came as a data source has none. */
  private String database() {
    DatabaseUrl url = bench.engine().url();
    return url == null ? bench.engine().toString() : url.toString();
  }

  private StatusResult of(History history, @Nullable String problem) {
    List<RevisionLine> heads = history.all().stream().filter(RevisionLine::head).toList();
    return new StatusResult(
        database(),
        history.all().size(),
        heads,
        history.current(),
        history.pending(),
        history.partial(),
        history.changed(),
        problem);
  }
}
