package org.aludel.migrations.script;

import java.util.List;
import org.aludel.migrations.revision.Change;
import org.aludel.migrations.revision.ChangeSet;
import org.aludel.migrations.revision.Revision;
import org.aludel.migrations.yaml.YamlLayout;
import org.aludel.migrations.yaml.YamlScalars;
import org.jspecify.annotations.Nullable;

/**
 * Writes a revision as the text of its file: fixed order of keys, the table's name first in a
 * change, SQL in blocks, quotes wherever YAML 1.1 would type a scalar. Equal revisions give equal
 * bytes. Own, because Liquibase's serializer writes changesets that its own parser refuses.
 */
public final class RevisionEmitter {
  private static final int BANNER_COLUMN = 92;
  private final ChangeStyler styler = new ChangeStyler(ChangeVocabulary.liquibase());

  /** An emitter; one serves for any number of revisions. */
  public RevisionEmitter() {}

  /**
   * The text of the file, ending in a line break.
   *
   * @param banner what the comment at the top lists; empty for a file without comment
   */
  public String emit(Revision revision, List<BannerLine> banner) {
    StringBuilder text = new StringBuilder();
    if (!banner.isEmpty()) {
      banner(text, revision.message(), banner);
    }
    header(text, revision);
    text.append("databaseChangeLog:\n");
    line(text, 2, "- logicalFilePath: " + YamlScalars.write(revision.logicalFilePath()));
    revision.changeSets().forEach(changeSet -> changeSet(text, changeSet));
    return text.toString();
  }

  private static void banner(StringBuilder text, String message, List<BannerLine> banner) {
    YamlScalars.comment(message).forEach(each -> comment(text, "# " + each));
    for (BannerLine entry : banner) {
      List<String> lines = YamlScalars.comment(entry.sql());
      String hazard = String.join(" ", YamlScalars.comment(entry.hazard()));
      if (lines.size() == 1 && !hazard.isEmpty()) {
        comment(text, pad("#   " + lines.get(0)) + hazard);
      } else {
        lines.forEach(each -> comment(text, "#   " + each));
        if (!hazard.isEmpty()) {
          comment(text, "#     -> " + hazard);
        }
      }
    }
  }

  private static String pad(String line) {
    return line + " ".repeat(Math.max(3, BANNER_COLUMN - line.length()));
  }

  private static void comment(StringBuilder text, String line) {
    text.append(line.stripTrailing()).append('\n');
  }

  private static void header(StringBuilder text, Revision revision) {
    text.append("revision:\n");
    line(text, 2, "format: " + RevisionHeader.FORMAT);
    line(text, 2, "id: " + YamlScalars.quoted(revision.id()));
    line(text, 2, "down: " + quotedList(revision.down()));
    line(text, 2, "branches: " + list(revision.branches()));
    line(text, 2, "dependsOn: " + quotedList(revision.dependsOn()));
    line(text, 2, "message: " + YamlScalars.write(revision.message()));
    line(text, 2, "created: " + YamlScalars.quoted(revision.created().toString()));
    line(text, 2, "lossy: " + list(revision.lossy()));
    if (revision.irreversible() != null) {
      line(text, 2, "irreversible: " + YamlScalars.write(revision.irreversible()));
    }
    if (!revision.atomic()) {
      line(text, 2, "atomic: false");
    }
  }

  private void changeSet(StringBuilder text, ChangeSet changeSet) {
    line(text, 2, "- changeSet:");
    line(text, 6, "id: " + YamlScalars.quoted(changeSet.id()));
    line(text, 6, "author: " + YamlScalars.write(changeSet.author()));
    if (!changeSet.labels().isEmpty()) {
      line(text, 6, "labels: " + YamlScalars.write(String.join(",", changeSet.labels())));
    }
    if (!changeSet.comment().isEmpty()) {
      line(text, 6, "comment: " + YamlScalars.write(changeSet.comment()));
    }
    if (!changeSet.runInTransaction()) {
      line(text, 6, "runInTransaction: false");
    }
    if (changeSet.preConditions() != null) {
      new YamlLayout(text).field(6, "preConditions", styler.free(changeSet.preConditions()));
    }
    changes(text, "changes", changeSet.changes());
    changes(text, "rollback", changeSet.rollback());
  }

  private void changes(StringBuilder text, String key, @Nullable List<Change> changes) {
    if (changes == null) {
      return;
    }
    line(text, 6, key + (changes.isEmpty() ? ": []" : ":"));
    changes.forEach(change -> new YamlLayout(text).item(8, styler.change(change)));
  }

  private static String list(List<String> texts) {
    return "[" + String.join(", ", texts.stream().map(YamlScalars::write).toList()) + "]";
  }

  private static String quotedList(List<String> texts) {
    return "[" + String.join(", ", texts.stream().map(YamlScalars::quoted).toList()) + "]";
  }

  private static void line(StringBuilder text, int indent, String content) {
    text.append(" ".repeat(indent)).append(content).append('\n');
  }
}
