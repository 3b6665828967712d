package org.aludel.migrations.script;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.aludel.error.MigrationCode;
import org.aludel.error.Problem;
import org.aludel.error.RevisionException;
import org.aludel.migrations.config.LayoutSetting;
import org.aludel.migrations.revision.Revision;
import org.aludel.migrations.yaml.YamlScalars;

/** What a project wants at the head of each new file: a template, as comment lines. */
final class RevisionPreface {
  private final LayoutSetting layout;

  RevisionPreface(LayoutSetting layout) {
    this.layout = layout;
  }

  /**
   * The comment, or nothing without a template.
   *
   * @throws RevisionException NOT_WRITABLE when the template cannot be read
   */
  String of(Revision revision) {
    Path template = layout.template();
    if (template == null) {
      return "";
    }
    StringBuilder comment = new StringBuilder();
    for (String line : lines(template, revision)) {
      String filled =
          line.replace("{id}", revision.id())
              .replace("{message}", revision.message())
              .replace("{created}", revision.created().toString())
              .replace("{down}", String.join(", ", revision.down()));
      List<String> texts = YamlScalars.comment(filled.replaceFirst("^#\\s?", ""));
      for (String each : texts.isEmpty() ? List.of("") : texts) {
        comment.append(("# " + each).stripTrailing()).append('\n');
      }
    }
    return comment.toString();
  }

  private static List<String> lines(Path template, Revision revision) {
    try {
      return Files.readAllLines(template);
    } catch (IOException failure) {
      throw new RevisionException(
          Problem.of(MigrationCode.NOT_WRITABLE, "cannot write revision " + revision.title())
              .found("the template \"" + template + "\" cannot be read: " + failure.getMessage())
              .expected("a text file in UTF-8")
              .fix("correct layout.template in aludel.yaml"),
          failure);
    }
  }
}
