package org.aludel.migrations.script;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.aludel.migrations.revision.Revision;
import org.aludel.migrations.revision.RevisionMap;
import org.aludel.migrations.yaml.YamlScalars;

/**
 * The changelog that plain Liquibase is pointed to: it includes the revision files in the order of
 * the graph, which no order of file names can give where branches meet.
 */
public final class MasterChangelog {
  private MasterChangelog() {}

  /**
   * The text of the changelog.
   *
   * @param reference the path of a file as Liquibase will look it up
   */
  public static String of(List<RevisionFile> files, Function<RevisionFile, String> reference) {
    Map<String, RevisionFile> byId = new LinkedHashMap<>();
    files.forEach(file -> byId.put(file.revision().id(), file));
    RevisionMap map = RevisionMap.of(files.stream().map(RevisionFile::revision).toList());
    StringBuilder text = new StringBuilder("databaseChangeLog:");
    for (Revision revision : map.revisions()) {
      RevisionFile file = byId.get(revision.id());
      if (file != null) {
        text.append("\n  - include: {file: ")
            .append(YamlScalars.quoted(reference.apply(file)))
            .append('}');
      }
    }
    return text.append(files.isEmpty() ? " []\n" : "\n").toString();
  }
}
