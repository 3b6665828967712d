package org.aludel.migrations.script;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.aludel.migrations.revision.Change;
import org.aludel.migrations.revision.ChangeSet;
import org.aludel.migrations.revision.Revision;
import org.aludel.migrations.revision.Value;
import org.junit.jupiter.api.Test;

class RevisionEmitterTest {
  private static final Revision EMAIL =
      Revision.of(
              "ae1027a6acf0",
              List.of("1975ea83b712"),
              "add email",
              Instant.parse("2026-11-22T15:04:00Z"))
          .withLosses(List.of("user_account.email"), null);

  @Test
  void writesTheFormOfTheDesign() {
    Revision revision =
        EMAIL.withChangeSets(
            List.of(
                ChangeSet.of(
                    "ae1027a6acf0-1",
                    "add email",
                    List.of(addEmail(), addUnique()),
                    List.of(
                            change("dropUniqueConstraint", "tableName", "user_account")
                                .with("constraintName", "uq_user_account_email"),
                            change("dropColumn", "tableName", "user_account")
                                .with("columnName", "email"))
                        .stream()
                        .map(Draft::change)
                        .toList())));

    String text =
        new RevisionEmitter()
            .emit(
                revision,
                List.of(
                    new BannerLine(
                        "ALTER TABLE user_account ADD COLUMN email varchar(255);",
                        "no rewrite, ACCESS EXCLUSIVE, instant"),
                    new BannerLine(
                        "ALTER TABLE user_account ADD CONSTRAINT uq_user_account_email UNIQUE"
                            + " (email);",
                        "A10: index built under ACCESS EXCLUSIVE")));

    assertThat(text)
        .isEqualTo(
            """
            # add email
            #   ALTER TABLE user_account ADD COLUMN email varchar(255);                                 no rewrite, ACCESS EXCLUSIVE, instant
            #   ALTER TABLE user_account ADD CONSTRAINT uq_user_account_email UNIQUE (email);           A10: index built under ACCESS EXCLUSIVE
            revision:
              format: 1
              id: "ae1027a6acf0"
              down: ["1975ea83b712"]
              branches: []
              dependsOn: []
              message: add email
              created: "2026-11-22T15:04:00Z"
              lossy: [user_account.email]
            databaseChangeLog:
              - logicalFilePath: aludel/ae1027a6acf0.yaml
              - changeSet:
                  id: "ae1027a6acf0-1"
                  author: aludel
                  comment: add email
                  changes:
                    - addColumn: {tableName: user_account, columns: [{column: {name: email, type: varchar(255)}}]}
                    - addUniqueConstraint: {tableName: user_account, columnNames: email, constraintName: uq_user_account_email}
                  rollback:
                    - dropUniqueConstraint: {tableName: user_account, constraintName: uq_user_account_email}
                    - dropColumn: {tableName: user_account, columnName: email}
            """);
  }

  @Test
  void writesSqlInABlockAndStepsOutsideATransaction() {
    ChangeSet step =
        ChangeSet.of(
                "ae1027a6acf0-1",
                "",
                List.of(Change.sql("CREATE INDEX CONCURRENTLY \"Ix\" ON t (a, b)\nWHERE c = 'x'")),
                null)
            .outsideTransaction()
            .withLabels(List.of("billing", "shop"));

    assertThat(steps(EMAIL.withLosses(List.of(), "why not").withChangeSets(List.of(step))))
        .isEqualTo(
            """
              lossy: []
              irreversible: why not
            databaseChangeLog:
              - logicalFilePath: aludel/ae1027a6acf0.yaml
              - changeSet:
                  id: "ae1027a6acf0-1"
                  author: aludel
                  labels: "billing,shop"
                  runInTransaction: false
                  changes:
                    - sql:
                        splitStatements: false
                        stripComments: false
                        sql: |-
                          CREATE INDEX CONCURRENTLY "Ix" ON t (a, b)
                          WHERE c = 'x'
            """);
  }

  @Test
  void writesAMergeThatDoesNothing() {
    ChangeSet step =
        ChangeSet.of("ae1027a6acf0-1", "", List.of(Change.empty()), List.of(Change.empty()));

    assertThat(steps(EMAIL.withLosses(List.of(), null).withChangeSets(List.of(step))))
        .endsWith(
            """
                  changes:
                    - empty: {}
                  rollback:
                    - empty: {}
            """);
  }

  @Test
  void writesOneColumnALineWhereThereAreSeveral() {
    Change table =
        change("createTable", "tableName", "t")
            .with("columns", new Value.Items(List.of(column("id", "bigint"), column("x", "int"))))
            .change();
    ChangeSet step = ChangeSet.of("ae1027a6acf0-1", "", List.of(table), List.of());

    assertThat(steps(EMAIL.withChangeSets(List.of(step))))
        .endsWith(
            """
                  changes:
                    - createTable:
                        tableName: t
                        columns:
                          - column: {name: id, type: bigint}
                          - column: {name: x, type: int}
                  rollback: []
            """);
  }

  @Test
  void keepsCommentsOnTheirOwnLines() {
    String text =
        new RevisionEmitter()
            .emit(EMAIL, List.of(new BannerLine("CREATE FUNCTION f()\nAS $$x\u2028y$$", "slow")));

    assertThat(text)
        .startsWith(
            """
            # add email
            #   CREATE FUNCTION f()
            #   AS $$x\\u2028y$$
            #     -> slow
            revision:
            """);
  }

  @Test
  void ordersAttributesByTheVocabularyWhateverTheOrderGiven() {
    Change backwards =
        change("addUniqueConstraint", "constraintName", "uq_user_account_email")
            .with("columnNames", "email")
            .with("tableName", "user_account")
            .change();
    Revision one = EMAIL.withChangeSets(List.of(step(backwards)));
    Revision other = EMAIL.withChangeSets(List.of(step(addUnique())));

    assertThat(RevisionFile.digest(one)).isEqualTo(RevisionFile.digest(other)).hasSize(64);
  }

  @Test
  void aFileThatNobodyTouchedHasTheDigestOfTheCanonicalText() {
    Revision revision = EMAIL.withChangeSets(List.of(step(addEmail())));
    String text =
        new RevisionEmitter().emit(revision, List.of(new BannerLine("ALTER TABLE x", "slow")));
    String edited = text.replace("message: add email", "message: \"add email\"");

    Revision asWritten = new RevisionLoader().load("a.yaml", text).revision();
    Revision quoted = new RevisionLoader().load("a.yaml", edited).revision();
    String digest = RevisionFile.digest(revision);

    assertThat(asWritten.digest()).isEqualTo(digest);
    assertThat(quoted.digest()).isNotEqualTo(digest);
    assertThat(RevisionFile.hasDigest(quoted, digest)).isTrue();
    assertThat(RevisionFile.hasDigest(asWritten.withDown(List.of("1")), digest)).isFalse();
  }

  private static ChangeSet step(Change change) {
    return ChangeSet.of("ae1027a6acf0-1", "", List.of(change), List.of());
  }

  private static String steps(Revision revision) {
    String text = RevisionFile.canonicalText(revision);
    return text.substring(text.indexOf("  lossy:"));
  }

  private static Change addEmail() {
    return change("addColumn", "tableName", "user_account")
        .with("columns", new Value.Items(List.of(column("email", "varchar(255)"))))
        .change();
  }

  private static Change addUnique() {
    return change("addUniqueConstraint", "tableName", "user_account")
        .with("columnNames", "email")
        .with("constraintName", "uq_user_account_email")
        .change();
  }

  private static Value column(String name, String type) {
    Map<String, Value> fields = new LinkedHashMap<>();
    fields.put("name", Value.of(name));
    fields.put("type", Value.of(type));
    return new Value.Fields(Map.of("column", new Value.Fields(fields)));
  }

  private static Draft change(String type, String parameter, String text) {
    return new Draft(type, new LinkedHashMap<>()).with(parameter, text);
  }

  private record Draft(String type, Map<String, Value> parameters) {
    Draft with(String parameter, String text) {
      return with(parameter, Value.of(text));
    }

    Draft with(String parameter, Value value) {
      parameters.put(parameter, value);
      return this;
    }

    Change change() {
      return Change.of(type, parameters);
    }
  }
}
