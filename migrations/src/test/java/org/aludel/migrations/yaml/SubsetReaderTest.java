package org.aludel.migrations.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What the subset's reader gives is what the library gives, and it leaves the rest to it. */
class SubsetReaderTest {
  private static final long SEED = 20261128;
  private static final int MUTATIONS = 12_000;
  private static final String USUAL =
      """
      # add email
      #   ALTER TABLE user_account ADD COLUMN email text;   no rewrite
      revision:
        format: 1
        id: "ae1027a6acf0"
        down: ["1975ea83b712", "0"]
        branches: []
        message: add email
        lossy: [user_account.email]
      databaseChangeLog:
        - logicalFilePath: aludel/ae1027a6acf0.yaml

        - changeSet:
            id: "ae1027a6acf0-1"
            changes:
              - sql: {splitStatements: false, sql: "SELECT \\"a\\"\\n"}
              - sql:
                  sql: |-
                    CREATE VIEW v AS
                      SELECT 1

                    # no comment here
              - sql:
                  # a comment
                  sql: |
                    SELECT 2;

            rollback:
              - dropColumn: {tableName: t, columns: [{column: {name: a b}}]}
              - empty: {}
      """;
  private static final List<String> PIECES =
      List.of(
          " ", "  ", "\n", "\n\n", "-", "- ", ":", ": ", "#", " #", "|", "|-", "|2", ">", "[", "]",
          "{", "}", ",", ", ", "\"", "'", "\\", "&a ", "*a", "!x ", "?", "? ", "%", "@", "`", "~",
          "---", "\n---\n", "...", "\t", "\r", "\u0085", "\u00a0", "\u2028", "\ud83d\ude00", "é",
          "a", "0", "a: b", "- a", "\n  - a: |\n      b\n", "<<: ", "null", "\n        ");

  @Test
  void readsTheUsualFormWithoutTheLibrary() {
    assertThat(SubsetReader.read("f.yaml", USUAL)).isNotNull();
  }

  @Test
  void readsWhatTheLibraryReadsPlacesIncluded() {
    assertThat(SubsetReader.read("f.yaml", USUAL))
        .isEqualTo(YamlReader.whole("f.yaml", USUAL, new Findings()).orElseThrow());
  }

  @Test
  void leavesToTheLibraryWhatItWouldReadOtherwise() {
    Random random = new Random(SEED);
    int read = 0;
    for (int i = 0; i < MUTATIONS; i++) {
      String text = mutated(random);
      YamlNode usual = SubsetReader.read("f.yaml", text);
      if (usual != null) {
        read++;
        Findings findings = new Findings();

        YamlNode whole = YamlReader.whole("f.yaml", text, findings).orElse(null);

        assertThat(findings.errors()).as("mutation %s:%n%s", i, text).isEmpty();
        assertThat(usual).as("mutation %s:%n%s", i, text).isEqualTo(whole);
      }
    }
    assertThat(read).isBetween(MUTATIONS / 10, MUTATIONS * 9 / 10);
  }

  @Test
  void scalarsThatAreTextByTheirFirstCharacterAreText() {
    Random random = new Random(SEED);
    String letters = "aeflnorstuyNYETO019.-+_~=<x: ";
    for (int i = 0; i < MUTATIONS; i++) {
      StringBuilder text = new StringBuilder();
      for (int length = random.nextInt(6); length >= 0; length--) {
        text.append(letters.charAt(random.nextInt(letters.length())));
      }
      assertThat(YamlScalars.isText(text.toString()))
          .as("%s", text)
          .isEqualTo(YamlScalars.isTextToTheLibrary(text.toString()));
    }
  }

  private static String mutated(Random random) {
    StringBuilder text = new StringBuilder(USUAL);
    for (int count = random.nextInt(3); count >= 0; count--) {
      int at = random.nextInt(text.length());
      if (random.nextInt(3) == 0) {
        text.delete(at, Math.min(text.length(), at + 1 + random.nextInt(4)));
      } else {
        text.insert(at, PIECES.get(random.nextInt(PIECES.size())));
      }
    }
    return text.toString();
  }
}
