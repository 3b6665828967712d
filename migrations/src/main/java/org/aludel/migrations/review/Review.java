package org.aludel.migrations.review;

import java.util.ArrayList;
import java.util.List;
import org.aludel.migrations.revision.Revision;
import org.aludel.migrations.runtime.RevisionSql;

/** All rules about the SQL of a revision together. Immutable and thread-safe. */
public final class Review {
  private static final List<ScriptRule> RULES =
      List.of(
          new ValidateRule(),
          new TruncateRule(),
          new DropCascadeRule(),
          new ForcedCreateRule(),
          new WithoutWhereRule(),
          new DowngradeRule());

  private Review() {}

  /**
   * What is to be known of a revision, by rule.
   *
   * @param up its statements as a run would send them
   * @param down those of the way back; empty where it cannot be undone
   */
  public static List<Finding> findings(
      Revision revision, List<RevisionSql.Step> up, List<RevisionSql.Step> down) {
    RevisionText text = new RevisionText(revision, lines(up), lines(down));
    List<Finding> findings = new ArrayList<>();
    for (ScriptRule rule : RULES) {
      for (ScriptRule.Place place : rule.places(text)) {
        findings.add(
            new Finding(rule.code(), place.step(), place.subject(), rule.harm(), rule.cure()));
      }
    }
    return List.copyOf(findings);
  }

  /** The codes of all rules, sorted. */
  public static List<String> codes() {
    return RULES.stream().map(ScriptRule::code).sorted().toList();
  }

  private static List<RevisionText.Line> lines(List<RevisionSql.Step> steps) {
    List<RevisionText.Line> lines = new ArrayList<>();
    for (RevisionSql.Step step : steps) {
      for (String sql : step.statements()) {
        SqlStatements.of(sql).forEach(each -> lines.add(new RevisionText.Line(step.id(), each)));
      }
    }
    return lines;
  }
}
