package org.aludel.migrations.script;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.aludel.migrations.revision.Revision;
import org.aludel.migrations.yaml.Findings;
import org.aludel.migrations.yaml.YamlNode;

/** Reads the {@code revision:} mapping. */
final class RevisionHeader {
  static final String FORMAT = "1";
  static final List<String> KEYS =
      List.of(
          "format",
          "id",
          "down",
          "branches",
          "dependsOn",
          "message",
          "created",
          "lossy",
          "irreversible",
          "atomic");
  private static final Pattern ID = Pattern.compile("[A-Za-z0-9_]{1,64}");
  private static final Pattern LABEL = Pattern.compile("[A-Za-z][A-Za-z0-9_.-]{0,63}");
  private static final Set<String> RESERVED = Set.of("head", "heads", "base", "bases", "current");

  private final Findings findings;

  RevisionHeader(Findings findings) {
    this.findings = findings;
  }

  /** The revision without its steps; its place is that of the id. */
  Revision read(YamlNode.Mapping mapping) {
    NodeFields fields = new NodeFields(mapping, "\"revision\"", KEYS, findings);
    String format = fields.optional("format", FORMAT);
    if (!format.equals(FORMAT)) {
      findings.error(
          fields.at("format"),
          "format " + format + " is newer than this version of Aludel, which reads " + FORMAT);
    }
    String id = name(fields, "id", fields.required("id"), ID, "letters, digits and underscores");
    if (fields.node("down") == null) {
      findings.error(fields.at(), "\"revision\" needs \"down\"; a first revision has down: []");
    }
    String irreversible = fields.optional("irreversible", "");
    Revision revision =
        Revision.of(id, fields.list("down"), fields.required("message"), created(fields));
    List<String> branches = fields.list("branches");
    branches.forEach(
        label -> name(fields, "branches", label, LABEL, "a letter, then letters, digits, _ . -"));
    return revision
        .withBranches(branches)
        .withDependsOn(fields.list("dependsOn"))
        .withLosses(fields.list("lossy"), irreversible.isEmpty() ? null : irreversible)
        .withAtomic(atomic(fields))
        .withSource(fields.at("id"));
  }

  private boolean atomic(NodeFields fields) {
    String text = fields.optional("atomic", "true");
    if (!text.equals("true") && !text.equals("false")) {
      findings.error(
          fields.at("atomic"), "\"atomic\" must be true or false, found \"" + text + "\"");
    }
    return !text.equals("false");
  }

  private String name(
      NodeFields fields, String key, String name, Pattern pattern, String expectation) {
    if (fields.node(key) != null && (!pattern.matcher(name).matches() || RESERVED.contains(name))) {
      findings.error(
          fields.at(key),
          "\""
              + name
              + "\" cannot stand in \""
              + key
              + "\"; expected "
              + expectation
              + ", at most 64, and none of the words head, heads, base, bases, current");
    }
    return name;
  }

  private Instant created(NodeFields fields) {
    String text = fields.required("created");
    try {
      return Instant.parse(text);
    } catch (DateTimeParseException e) {
      if (fields.node("created") != null) {
        findings.error(
            fields.at("created"),
            "\"created\" must be a time such as 2026-11-22T15:04:00Z, found \"" + text + "\"");
      }
      return Instant.EPOCH;
    }
  }
}
