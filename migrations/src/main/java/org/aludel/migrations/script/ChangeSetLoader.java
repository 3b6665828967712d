package org.aludel.migrations.script;

import java.util.Arrays;
import java.util.List;
import org.aludel.migrations.revision.Change;
import org.aludel.migrations.revision.ChangeSet;
import org.aludel.migrations.revision.Value;
import org.aludel.migrations.yaml.Findings;
import org.aludel.migrations.yaml.YamlNode;

/** Reads one {@code changeSet:} mapping. */
final class ChangeSetLoader {
  static final List<String> KEYS =
      List.of(
          "id",
          "author",
          "labels",
          "comment",
          "runInTransaction",
          "preConditions",
          "changes",
          "rollback");

  /** What Liquibase knows and we neither run nor may pass over. */
  private static final List<String> REFUSED =
      List.of(
          "alwaysRun",
          "context",
          "contextFilter",
          "contexts",
          "created",
          "dbms",
          "failOnError",
          "ignore",
          "logicalFilePath",
          "modifySql",
          "objectQuotingStrategy",
          "onValidationFail",
          "runAlways",
          "runOnChange",
          "runOrder",
          "runWith",
          "runWithSpoolFile",
          "validCheckSum");

  private final Findings findings;
  private final ChangeLoader changes;

  ChangeSetLoader(ChangeVocabulary vocabulary, Findings findings) {
    this.findings = findings;
    this.changes = new ChangeLoader(vocabulary, findings);
  }

  ChangeSet read(YamlNode.Mapping mapping) {
    NodeFields fields = new NodeFields(accepted(mapping), "\"changeSet\"", KEYS, findings);
    String labels = fields.optional("labels", "");
    YamlNode preConditions = fields.node("preConditions");
    YamlNode rollback = fields.node("rollback");
    boolean inTransaction = runInTransaction(fields);
    List<Change> forth = changesOf(fields);
    List<Change> back = rollback == null ? null : changes.changes("rollback", rollback);
    requireAlone(forth, inTransaction);
    requireAlone(back == null ? List.of() : back, inTransaction);
    return new ChangeSet(
        warned(fields, "id", fields.required("id")),
        warned(fields, "author", fields.required("author")),
        fields.optional("comment", ""),
        Arrays.stream(labels.split(","))
            .map(String::trim)
            .filter(label -> !label.isEmpty())
            .toList(),
        inTransaction,
        preConditions == null ? null : carried(preConditions),
        forth,
        back,
        mapping.at());
  }

  /** What commits in parts can share neither a transaction nor a row of the ledger. */
  private void requireAlone(List<Change> list, boolean inTransaction) {
    for (Change change : list) {
      if (CustomChangeCheck.isBackfill(change.type(), change.text("class"))
          && (inTransaction || list.size() > 1)) {
        findings.error(
            change.source(),
            "a backfill commits in parts: it stands alone in a changeSet with"
                + " \"runInTransaction: false\"");
      }
    }
  }

  private YamlNode.Mapping accepted(YamlNode.Mapping mapping) {
    List<YamlNode.Entry> kept =
        mapping.entries().stream()
            .filter(
                entry -> {
                  boolean refused = REFUSED.contains(entry.key());
                  if (refused) {
                    findings.error(
                        entry.keyAt(),
                        "\"" + entry.key() + "\" is a key of Liquibase that Aludel does not run");
                  }
                  return !refused;
                })
            .toList();
    return new YamlNode.Mapping(kept, mapping.at());
  }

  private List<Change> changesOf(NodeFields fields) {
    YamlNode node = fields.node("changes");
    if (node == null) {
      findings.error(
          fields.at(), "\"changeSet\" needs \"changes\"; one that does nothing has [empty: {}]");
      return List.of();
    }
    return changes.changes("changes", node);
  }

  private boolean runInTransaction(NodeFields fields) {
    String text = fields.optional("runInTransaction", "true");
    if (!text.equals("true") && !text.equals("false")) {
      findings.error(
          fields.at("runInTransaction"),
          "\"runInTransaction\" must be true or false, found \"" + text + "\"");
    }
    return !text.equals("false");
  }

  /** The ledger's key is what plain Liquibase reads, so a difference matters here too. */
  private String warned(NodeFields fields, String key, String text) {
    if (fields.node(key) instanceof YamlNode.Scalar scalar) {
      changes.warnAboutOtherReaders(scalar);
    }
    return text;
  }

  private Value carried(YamlNode node) {
    return changes.carried(node);
  }
}
