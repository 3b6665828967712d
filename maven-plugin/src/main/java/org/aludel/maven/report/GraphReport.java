package org.aludel.maven.report;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.aludel.error.MigrationCode;
import org.aludel.migrations.command.BranchesResult;
import org.aludel.migrations.command.HeadsResult;
import org.aludel.migrations.command.RebaseResult;
import org.aludel.migrations.command.RevisionLine;
import org.aludel.migrations.command.ShowResult;
import org.aludel.migrations.command.SquashResult;
import org.aludel.migrations.command.StatusResult;
import org.aludel.migrations.repair.Finding;
import org.aludel.migrations.repair.RepairResult;
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

  /** Where each lies, and what a change of it would do. */
  public void files(List<ShowResult> results) {
    for (ShowResult result : results) {
      out.line(paths.of(Path.of(result.file())));
      RevisionLine.State state = result.line().state();
      if (state == RevisionLine.State.APPLIED || state == RevisionLine.State.CURRENT) {
        out.line("Note      it is applied; after a change the database and the file disagree");
      }
    }
  }

  /** What moved where, and how sure that is. */
  public void rebased(RebaseResult result) {
    out.line("Moved     " + String.join(", ", result.moved()) + " behind " + result.onto());
    if (result.proof() == null) {
      out.line("Unproven  " + MigrationCode.NOT_PROVEN.id() + ": " + result.obstacle());
    } else {
      out.line("Proven    " + result.proof());
    }
    result.files().forEach(file -> out.line("Wrote     " + paths.of(file)));
  }

  /** What replaces what, and what other databases need. */
  public void squashed(SquashResult result) {
    out.line("Replaced  " + String.join(", ", result.replaced()) + " by " + result.id());
    result.left().forEach(each -> out.line("Left out  " + each));
    out.line("Proven    " + result.proof().text());
    out.line("Wrote     " + paths.of(result.file()));
    if (result.stamped()) {
      out.line(
          "Stamped   this database; for others:  mvn orm:stamp -Dorm.purge -Dorm.to=<where it is>");
    }
  }

  /** What is wrong with what could be done, and what was done. */
  public void repaired(RepairResult result) {
    Set<String> done = new HashSet<>(result.done().stream().map(Finding.Fix::name).toList());
    for (Finding finding : result.findings()) {
      out.line("Found     " + finding.text());
      finding.fixes().stream()
          .filter(fix -> !done.contains(fix.name()))
          .forEach(fix -> out.line("  -Dorm.fix=" + fix.name() + "   " + fix.effect()));
      if (finding.fixes().stream().noneMatch(fix -> done.contains(fix.name()))) {
        out.line("  or  " + finding.advice());
      }
    }
    result.done().forEach(fix -> out.line("Fixed     " + fix.name() + ": " + fix.effect()));
    if (result.findings().isEmpty()) {
      out.line("Unchanged nothing is wrong");
    } else if (done.isEmpty()) {
      out.line("Unchanged nothing was done; name a fix to do it");
    }
  }

  /** Files, database, and what to do next. */
  public void status(StatusResult result) {
    out.line("Database  " + result.database());
    String problem = result.problem();
    if (problem != null) {
      problem.lines().forEach(out::line);
    } else {
      out.line("Current   " + titles(result.current(), "base"));
    }
    out.line("Heads     " + titles(result.heads(), "none"));
    out.line(
        "Revisions "
            + result.revisions()
            + (problem == null
                ? ", %d applied, %d pending".formatted(result.applied(), result.pending().size())
                : ", whatever the database has of them"));
    result.pending().forEach(each -> out.line("Pending   " + each.title()));
    result.partial().forEach(id -> out.line("Half run  " + id + "; mvn orm:upgrade goes on"));
    result.changed().forEach(each -> out.line("Changed   " + each));
    out.line("Next      " + next(result));
  }

  private static String next(StatusResult result) {
    if (result.heads().isEmpty()) {
      return "mvn orm:autogenerate writes the first revision";
    }
    if (result.problem() != null) {
      return "mvn orm:sync after a change of branches; else mvn orm:repair shows the ways out";
    }
    if (!result.changed().isEmpty()) {
      return "get the changed files back from version control; else mvn orm:repair";
    }
    if (result.heads().size() > 1) {
      return "mvn orm:merge or mvn orm:rebase";
    }
    return result.pending().isEmpty() ? "nothing, the database is at head" : "mvn orm:upgrade";
  }

  private static String titles(List<RevisionLine> lines, String none) {
    return lines.isEmpty()
        ? none
        : String.join(", ", lines.stream().map(RevisionLine::title).toList());
  }

  /** Title and header of each, without its SQL. */
  public void described(List<ShowResult> results) {
    results.forEach(this::header);
  }

  private void header(ShowResult result) {
    Revision revision = result.revision();
    out.line(line(result.line()));
    field("file", paths.of(Path.of(result.file())));
    field("follows", Heads.text(revision.down()));
    list("followed by", result.next());
    list("depends on", revision.dependsOn());
    list("branch", result.labels().stream().sorted().toList());
    field("created", revision.created().toString());
    list("lossy", revision.lossy());
    result.hazards().forEach(each -> field("hazard", each));
  }

  private void shown(ShowResult result) {
    Revision revision = result.revision();
    header(result);
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
    if (steps.stream().allMatch(step -> step.statements().isEmpty())) {
      out.line("    -- nothing");
    }
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
