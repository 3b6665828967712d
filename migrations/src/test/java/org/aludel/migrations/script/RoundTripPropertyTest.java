package org.aludel.migrations.script;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.aludel.migrations.revision.Change;
import org.aludel.migrations.revision.ChangeSet;
import org.aludel.migrations.revision.Revision;
import org.aludel.migrations.revision.Value;
import org.junit.jupiter.api.Test;

/** What is written is read back, whatever the texts hold. */
class RoundTripPropertyTest {
  private static final long SEED = 20261122;
  private static final int REVISIONS = 3_000;
  private static final List<String> PIECES =
      List.of(
          "a",
          "no",
          "~",
          "null",
          "1e3",
          "007",
          "0x1F",
          "1:30",
          "2020-01-01",
          "<<",
          "=",
          "- ",
          ": ",
          " #",
          "'",
          "\"",
          "\\",
          "%",
          "@",
          "`",
          "!x",
          "&a",
          "*a",
          "{",
          "}",
          "[",
          "]",
          ",",
          "|",
          ">",
          "?",
          " ",
          "  ",
          "\n",
          "\n\n",
          "\t",
          "\r",
          "\u0007",
          "\u0085",
          "\u00a0",
          "\u2028",
          "\ufeff",
          "\ud800",
          "\ud83d\ude00",
          "é",
          "---",
          "...",
          "${x}",
          "$$",
          ";",
          "SELECT 1",
          "CREATE FUNCTION f()",
          "  indented",
          "trailing  ",
          "\n---\n",
          "\n  ",
          "\n\t");

  @Test
  void whatIsWrittenIsReadBackWithHostileTexts() {
    Random random = new Random(SEED);
    RevisionLoader loader = new RevisionLoader();
    for (int i = 0; i < REVISIONS; i++) {
      Revision revision = revision(random);
      String text = new RevisionEmitter().emit(revision, banner(random));

      RevisionFile file = loader.load("random.yaml", text);

      assertThat(plain(file.revision())).as("revision %s:%n%s", i, text).isEqualTo(plain(revision));
      assertThat(file.canonicalText()).isEqualTo(RevisionFile.canonicalText(revision));
    }
  }

  /** The revision without its places in the file. */
  private static String plain(Revision revision) {
    StringBuilder text = new StringBuilder();
    text.append(revision.withChangeSets(List.of()).toString().replaceAll("source=.*", ""));
    for (ChangeSet each : revision.changeSets()) {
      text.append('\n').append(each.id()).append(each.comment()).append(each.preConditions());
      each.changes().forEach(change -> text.append(change.type()).append(change.parameters()));
      text.append(each.rollback() == null ? "none" : "rollback");
    }
    return text.toString();
  }

  private static List<BannerLine> banner(Random random) {
    return random.nextBoolean()
        ? List.of()
        : List.of(new BannerLine(hostile(random), hostile(random)));
  }

  private static Revision revision(Random random) {
    List<ChangeSet> steps = new ArrayList<>();
    for (int i = 0; i <= random.nextInt(2); i++) {
      Value preConditions = random.nextInt(4) == 0 ? value(random, 3) : null;
      steps.add(
          new ChangeSet(
              hostile(random) + i,
              ChangeSet.AUTHOR,
              hostile(random),
              List.of(),
              true,
              preConditions,
              List.of(change(random), Change.sql(hostile(random))),
              List.of(),
              ""));
    }
    return Revision.of(
            "1e12", List.of("001"), hostile(random), Instant.ofEpochSecond(random.nextInt()))
        .withLosses(List.of(hostile(random)), "because " + hostile(random))
        .withChangeSets(steps);
  }

  private static Change change(Random random) {
    Map<String, Value> parameters = new LinkedHashMap<>();
    parameters.put("tableName", Value.of(hostile(random)));
    parameters.put("columns", value(random, 3));
    return Change.of("insert", parameters);
  }

  private static Value value(Random random, int depth) {
    int kind = depth == 0 ? 0 : random.nextInt(3);
    if (kind == 0) {
      return Value.of(hostile(random));
    }
    if (kind == 1) {
      List<Value> items = new ArrayList<>();
      for (int i = random.nextInt(3); i > 0; i--) {
        items.add(value(random, depth - 1));
      }
      return new Value.Items(items);
    }
    Map<String, Value> fields = new LinkedHashMap<>();
    for (int i = random.nextInt(3); i > 0; i--) {
      fields.put(hostile(random), value(random, depth - 1));
    }
    return new Value.Fields(fields);
  }

  private static String hostile(Random random) {
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(6); i > 0; i--) {
      text.append(PIECES.get(random.nextInt(PIECES.size())));
    }
    return text.toString();
  }
}
