package org.aludel.migrations.command;

import java.util.ArrayList;
import java.util.List;
import org.aludel.migrations.command.BranchesResult.Branch;
import org.aludel.migrations.command.BranchesResult.Fork;
import org.aludel.migrations.command.HeadsResult.Head;
import org.aludel.migrations.render.ChangeSql;
import org.aludel.migrations.render.NativeChanges;
import org.aludel.migrations.review.Finding;
import org.aludel.migrations.review.Review;
import org.aludel.migrations.revision.Revision;
import org.aludel.migrations.revision.RevisionMap;
import org.aludel.migrations.runtime.Direction;
import org.aludel.migrations.runtime.RevisionSql;

/** Answers questions about the graph of revisions. */
final class Graph {
  private final Workbench bench;
  private final History history;
  private final RevisionMap map;

  Graph(Workbench bench) {
    this.bench = bench;
    this.history = History.of(bench);
    this.map = history.revisions();
  }

  HeadsResult heads() {
    return new HeadsResult(
        map.heads().stream()
            .map(
                each ->
                    new Head(history.line(each.id()), labels(each.id()), map.dependants(each.id())))
            .toList());
  }

  BranchesResult branches() {
    List<Fork> forks = new ArrayList<>();
    for (Revision point : map.branchPoints()) {
      List<Branch> branches =
          map.children(point.id()).stream()
              .map(id -> new Branch(history.line(id), labels(id)))
              .toList();
      forks.add(new Fork(history.line(point.id()), branches));
    }
    List<RevisionLine> merges =
        map.mergePoints().stream().map(each -> history.line(each.id())).toList();
    return new BranchesResult(forks, merges);
  }

  /** Each revision that a symbol stands for. */
  List<ShowResult> show(String symbol) {
    List<String> ids =
        symbol.equals("current")
            ? history.heads()
            : map.resolve(symbol, history.heads()).revisions();
    return ids.stream().map(map::get).map(this::shown).toList();
  }

  /** Each of some revisions, by their ids. */
  List<ShowResult> showAll(List<String> ids) {
    return ids.stream().map(map::get).map(this::shown).toList();
  }

  private ShowResult shown(Revision revision) {
    ChangeSql nativeSql = NativeChanges.of(bench.engine().dialect());
    List<RevisionSql.Step> up = RevisionSql.of(revision, Direction.UP, nativeSql);
    List<RevisionSql.Step> down =
        revision.reversible() ? RevisionSql.of(revision, Direction.DOWN, nativeSql) : List.of();
    return new ShowResult(
        history.line(revision.id()),
        revision,
        revision.source().replaceFirst(":\\d+:\\d+$", ""),
        map.labels(revision.id()),
        map.children(revision.id()),
        up,
        down,
        Review.findings(revision, up, down).stream().map(Finding::summary).toList());
  }

  private List<String> labels(String id) {
    return map.labels(id).stream().sorted().toList();
  }
}
