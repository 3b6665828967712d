package org.aludel.migrations.runtime;

import java.util.Map;
import java.util.TreeMap;
import org.aludel.migrations.revision.Revision;
import org.aludel.migrations.script.RevisionLoader;

/** Revisions with steps that are classes, as files have them. */
final class StepFile {
  private StepFile() {}

  /** A revision of one step. */
  static Revision revision(String id, boolean alone, String changes, String rollback) {
    return revision(id, "", alone, changes, rollback);
  }

  /** The same with what it follows. */
  static Revision revision(String id, String down, boolean alone, String changes, String rollback) {
    String text =
        """
        revision:
          id: "%s"
          down: [%s]
          message: %s
          created: "2026-11-22T15:04:00Z"
        databaseChangeLog:
          - logicalFilePath: aludel/%s.yaml
          - changeSet:
              id: "%s-1"
              author: aludel
              runInTransaction: %s
              changes: [%s]
              rollback: [%s]
        """
            .formatted(id, down, id, id, id, !alone, changes, rollback);
    return new RevisionLoader().load(id + ".yaml", text).revision();
  }

  /** A step that is a class. */
  static String custom(Class<?> type, Map<String, String> parameters) {
    StringBuilder params = new StringBuilder();
    new TreeMap<>(parameters)
        .forEach(
            (name, value) ->
                params
                    .append(params.isEmpty() ? "" : ", ")
                    .append("{param: {name: ")
                    .append(name)
                    .append(", value: \"")
                    .append(value.replace("\\", "\\\\").replace("\"", "\\\""))
                    .append("\"}}"));
    return "{customChange: {class: "
        + type.getName()
        + (params.isEmpty() ? "" : ", params: [" + params + "]")
        + "}}";
  }
}
