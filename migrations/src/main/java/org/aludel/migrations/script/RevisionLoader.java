package org.aludel.migrations.script;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.aludel.error.MigrationCode;
import org.aludel.error.Problem;
import org.aludel.error.RevisionException;
import org.aludel.migrations.revision.ChangeSet;
import org.aludel.migrations.revision.Revision;
import org.aludel.migrations.yaml.Findings;
import org.aludel.migrations.yaml.YamlNode;
import org.aludel.migrations.yaml.YamlReader;
import org.aludel.util.Suggestion;
import org.jspecify.annotations.Nullable;

/**
 * Reads the text of a revision file. Strict: a key or change type that it does not know is an error
 * with its place, because plain Liquibase would pass over it without a word. Scalars are taken as
 * written, never typed.
 */
public final class RevisionLoader {
  private static final List<String> TOP = List.of("revision", "databaseChangeLog");
  private final ChangeVocabulary vocabulary = ChangeVocabulary.liquibase();

  /** A loader; one serves for any number of files. */
  public RevisionLoader() {}

  /**
   * Reads one file.
   *
   * @param path the name that messages show
   * @throws RevisionException INVALID_FILE with everything that is wrong
   */
  public RevisionFile load(String path, String text) {
    Findings findings = new Findings();
    Optional<Revision> revision =
        YamlReader.read(path, text, findings)
            .flatMap(root -> document(root, findings))
            .map(read -> read.withFile(read.source(), RevisionFile.writtenDigest(text)));
    if (revision.isEmpty() && findings.errors().isEmpty()) {
      findings.error(path, "the file is empty");
    }
    if (!findings.errors().isEmpty()) {
      throw new RevisionException(
          Problem.of(
                  MigrationCode.INVALID_FILE,
                  "cannot read revision file \"" + path + "\": " + findings.count())
              .found(String.join("\n", findings.errors()))
              .expected("a Liquibase changelog with a \"revision\" mapping, format 1")
              .fix("correct the lines named above"));
    }
    return new RevisionFile(path, revision.orElseThrow(), findings.warnings());
  }

  private Optional<Revision> document(YamlNode root, Findings findings) {
    if (!(root instanceof YamlNode.Mapping mapping)) {
      findings.error(root.at(), "the file must be a mapping, found " + root.kind());
      return Optional.empty();
    }
    findings.unknownKeys(mapping, "the file", TOP);
    YamlNode header = mapping.get("revision").orElse(null);
    YamlNode log = mapping.get("databaseChangeLog").orElse(null);
    Revision revision = null;
    if (header instanceof YamlNode.Mapping headerMapping) {
      revision = new RevisionHeader(findings).read(headerMapping);
    } else {
      findings.error(
          header == null ? root.at() : header.at(), "the file needs a \"revision\" mapping");
    }
    if (!(log instanceof YamlNode.Sequence entries)) {
      findings.error(
          log == null ? root.at() : log.at(), "the file needs a \"databaseChangeLog\" list");
      return Optional.empty();
    }
    return steps(revision, entries, root.at(), findings);
  }

  private Optional<Revision> steps(
      @Nullable Revision header, YamlNode.Sequence entries, String at, Findings findings) {
    List<ChangeSet> changeSets = new ArrayList<>();
    String logicalFilePath = null;
    ChangeSetLoader loader = new ChangeSetLoader(vocabulary, findings);
    for (YamlNode item : entries.items()) {
      YamlNode.Entry entry = entry(item, findings);
      if (entry == null) {
        continue;
      }
      if (entry.key().equals("logicalFilePath")
          && entry.value() instanceof YamlNode.Scalar scalar) {
        logicalFilePath = scalar.text();
      } else if (entry.key().equals("changeSet")
          && entry.value() instanceof YamlNode.Mapping mapping) {
        changeSets.add(loader.read(mapping));
      } else {
        findings.error(
            entry.keyAt(),
            "\""
                + entry.key()
                + "\" cannot stand in \"databaseChangeLog\""
                + Suggestion.phrase(entry.key(), List.of("logicalFilePath", "changeSet"))
                + " Known: logicalFilePath, changeSet");
      }
    }
    if (header == null) {
      return Optional.empty();
    }
    return complete(header, logicalFilePath, changeSets, at, findings);
  }

  private static YamlNode.@Nullable Entry entry(YamlNode item, Findings findings) {
    if (item instanceof YamlNode.Mapping mapping && mapping.entries().size() == 1) {
      return mapping.entries().get(0);
    }
    findings.error(item.at(), "each item of \"databaseChangeLog\" must be a mapping with one key");
    return null;
  }

  private static Optional<Revision> complete(
      Revision header,
      @Nullable String logicalFilePath,
      List<ChangeSet> changeSets,
      String at,
      Findings findings) {
    if (logicalFilePath == null) {
      findings.error(
          at,
          "\"databaseChangeLog\" needs \"- logicalFilePath: aludel/"
              + header.id()
              + ".yaml\", or the ledger depends on where the file lies");
      return Optional.empty();
    }
    if (changeSets.isEmpty()) {
      findings.error(
          at, "a revision needs a changeSet, so that the ledger has a row; [empty: {}] does");
    }
    checkSteps(header, changeSets, findings);
    return Optional.of(
        new Revision(
            header.id(),
            header.down(),
            header.branches(),
            header.dependsOn(),
            header.message(),
            header.created(),
            header.lossy(),
            header.irreversible(),
            header.atomic(),
            logicalFilePath,
            changeSets,
            header.source(),
            null));
  }

  private static void checkSteps(Revision header, List<ChangeSet> changeSets, Findings findings) {
    Set<String> keys = new HashSet<>();
    for (ChangeSet changeSet : changeSets) {
      if (!keys.add(changeSet.id() + "::" + changeSet.author())) {
        findings.error(
            changeSet.source(), "the changeSet \"" + changeSet.id() + "\" stands here twice");
      }
      if (!changeSet.reversible() && header.irreversible() == null) {
        findings.error(
            changeSet.source(),
            "the changeSet \""
                + changeSet.id()
                + "\" has no \"rollback\"; write one ([] where there is nothing to undo), or"
                + " say \"irreversible: why\" in \"revision\"");
      }
      if (!changeSet.runInTransaction() && changeSet.changes().size() > 1) {
        findings.warn(
            changeSet.source(),
            "the changeSet \""
                + changeSet.id()
                + "\" runs several changes outside a transaction; if it stops between them it"
                + " begins again at its first");
      }
    }
  }
}
