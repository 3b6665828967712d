package org.aludel.maven.report;

import java.nio.file.Path;
import java.util.List;
import org.aludel.migrations.command.BranchesResult;
import org.aludel.migrations.command.HeadsResult;
import org.aludel.migrations.command.RevisionLine;
import org.aludel.migrations.command.ShowResult;
import org.aludel.migrations.revision.Revision;
import org.aludel.migrations.runtime.RevisionSql;

/** Revisions and their graph as lines. */
public final class GraphReport {
  private static final String FIELD = "  %-14s%s";
  private final Lines out;
  private final ShownPath paths;

  GraphReport(Lines out, Path directory) {
    this.out = out;
    this.paths = new ShownPath(directory);
  }

  /** One line a head. */
  public void heads(HeadsResult result) {
    for (HeadsResult.Head head : result.heads()) {
      String needed =
          head.neededBy().isEmpty() ? "" : "  needed by " + String.join(", ", head.neededBy());
      out.line(line(head.line()) + labels(head.labels()) + needed);
    }
    if (result.heads().isEmpty()) {
      out.line("no revisions; mvn orm:autogenerate writes the first");
    }
    if (result.heads().size() > 1) {
      out.line("Note      " + result.heads().size() + " heads; mvn orm:merge joins them");
    }
  }

  /** Forks with what follows them, then merges. */
  public void branches(BranchesResult result) {
    for (BranchesResult.Fork fork : result.forks()) {
      out.line(line(fork.point()) + "  (branch point)");
      fork.branches()
          .forEach(each -> out.line("  -> " + line(each.first()) + labels(each.labels())));
    }
    for (RevisionLine merge : result.merges()) {
      out.line(String.join(", ", merge.down()) + " -> " + line(merge) + "  (merge point)");
    }
    if (result.forks().isEmpty() && result.merges().isEmpty()) {
      out.line("one line of history, without branches");
    }
  }

  /** Header, state and SQL of each. */
  public void shown(List<ShowResult> results) {
    results.forEach(this::shown);
    if (results.isEmpty()) {
      out.line("base  (no revision)");
    }
  }

  private void shown(ShowResult result) {
    Revision revision = result.revision();
    out.line(line(result.line()));
    field("file", paths.of(Path.of(result.file())));
    field("follows", Heads.text(revision.down()));
    list("followed by", result.next());
    list("depends on", revision.dependsOn());
    list("branch", result.labels().stream().sorted().toList());
    field("created", revision.created().toString());
    list("lossy", revision.lossy());
    out.line("  upgrade");
    steps(result.upgrade());
    if (revision.reversible()) {
      out.line("  downgrade");
      steps(result.downgrade());
    } else {
      field("irreversible", String.valueOf(revision.irreversible()));
    }
  }

  private void steps(List<RevisionSql.Step> steps) {
    for (RevisionSql.Step step : steps) {
      if (!step.transactional()) {
        out.line("    -- " + step.id() + ", outside a transaction");
      }
      for (String statement : step.statements()) {
        statement.strip().lines().forEach(each -> out.line("    " + each.stripTrailing()));
      }
    }
  }

  private void list(String name, List<String> values) {
    if (!values.isEmpty()) {
      field(name, String.join(", ", values));
    }
  }

  private void field(String name, String value) {
    out.line(FIELD.formatted(name, value));
  }

  private static String labels(List<String> labels) {
    return labels.isEmpty() ? "" : "  [" + String.join(", ", labels) + "]";
  }

  private static String line(RevisionLine line) {
    return RevisionText.of(line);
  }
}
