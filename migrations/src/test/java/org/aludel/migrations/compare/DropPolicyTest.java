package org.aludel.migrations.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import org.aludel.compile.IdentifierQuoter;
import org.aludel.error.UsageException;
import org.aludel.migrations.operation.Operation;
import org.aludel.schema.Column;
import org.aludel.schema.Constraint;
import org.aludel.schema.ConstraintName;
import org.aludel.schema.EnumType;
import org.aludel.schema.ForeignKey;
import org.aludel.schema.Identity;
import org.aludel.schema.Index;
import org.aludel.schema.MetaData;
import org.aludel.schema.Namespace;
import org.aludel.schema.PrimaryKey;
import org.aludel.schema.QualifiedName;
import org.aludel.schema.Sequence;
import org.aludel.schema.SequenceOptions;
import org.aludel.schema.Table;
import org.aludel.schema.UniqueConstraint;
import org.aludel.type.SqlTypes;
import org.junit.jupiter.api.Test;

/** Destruction is never silent: what is dropped, held back, or left alone. */
final class DropPolicyTest {
  private static final Column ID = Column.of("id", SqlTypes.BIGINT).notNull();
  private static final Column NICK = Column.of("nick", SqlTypes.TEXT).notNull();
  private static final CompareOptions OPTIONS =
      CompareOptions.of(new IdentifierQuoter(Set.of(), 63), "public");
  private static final MetaData EMPTY = MetaData.empty();
  private static final MetaData WITH_NICK =
      MetaData.ofTables(
          List.of(
              table("account", ID, NICK)
                  .withConstraints(
                      List.of(
                          PrimaryKey.of(ConstraintName.given("pk"), List.of("id")),
                          UniqueConstraint.of(ConstraintName.given("uq"), List.of("nick"))))
                  .withIndexes(
                      List.of(Index.of(ConstraintName.given("ix"), false, List.of("nick"))))));
  private static final MetaData WITHOUT_NICK =
      MetaData.ofTables(
          List.of(
              table("account", ID)
                  .withConstraints(
                      List.of(PrimaryKey.of(ConstraintName.given("pk"), List.of("id"))))));

  @Test
  void aDropIsHeldBackAndItsColumnMadeNullable() {
    Differences found = compare(WITH_NICK, WITHOUT_NICK, drops(DropPolicy.PENDING));

    assertThat(words(found.operations())).containsExactly("drop not null  account.nick");
    assertThat(words(found.pending())).containsExactly("drop column  account.nick");
  }

  @Test
  void heldBackTwiceThereIsNothingToDo() {
    MetaData nullable =
        MetaData.ofTables(
            List.of(WITH_NICK.tables().get(0).withColumns(List.of(ID, NICK.withNullable(true)))));

    Differences found = compare(nullable, WITHOUT_NICK, drops(DropPolicy.PENDING));

    assertThat(found.operations()).isEmpty();
    assertThat(words(found.pending())).containsExactly("drop column  account.nick");
  }

  @Test
  void aColumnThatFillsItselfStaysNotNull() {
    Table table = table("account", ID, NICK.withServerDefault("''::text"));

    Differences found =
        compare(
            MetaData.ofTables(List.of(table)),
            MetaData.ofTables(List.of(table("account", ID))),
            drops(DropPolicy.PENDING));

    assertThat(found.operations()).isEmpty();
  }

  @Test
  void aReleasedDropTakesItsIndexAndConstraintAlong() {
    CompareOptions.Drops released =
        new CompareOptions.Drops(
            DropPolicy.PENDING, Set.of("account.nick"), Ownership.everything());

    Differences found = compare(WITH_NICK, WITHOUT_NICK, released);

    assertThat(words(found.operations()))
        .containsExactly(
            "drop column  account.nick",
            "drop unique  account: uq (nick)",
            "drop index  account: ix (nick)");
    assertThat(found.pending()).isEmpty();
  }

  @Test
  void aReleasedNameThatIsNoDropIsRefused() {
    CompareOptions.Drops released =
        new CompareOptions.Drops(DropPolicy.PENDING, Set.of("account.nik"), Ownership.everything());

    assertThatThrownBy(() -> compare(WITH_NICK, WITHOUT_NICK, released))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("ORM-MIG-NOTHING-TO-DROP")
        .hasMessageContaining("did you mean \"account.nick\"?");
  }

  @Test
  void noneSaysNothing() {
    Differences found = compare(WITH_NICK, WITHOUT_NICK, drops(DropPolicy.NONE));

    assertThat(found.operations()).isEmpty();
    assertThat(found.pending()).isEmpty();
  }

  @Test
  void anIndexHoldsNoDataAndFollowsTheModel() {
    MetaData model = MetaData.ofTables(List.of(WITH_NICK.tables().get(0).withIndexes(List.of())));

    Differences found = compare(WITH_NICK, model, drops(DropPolicy.PENDING));

    assertThat(words(found.operations())).containsExactly("drop index  account: ix (nick)");
  }

  @Test
  void whatOurRevisionsDidNotMakeIsLeftAlone() {
    MetaData history = WITHOUT_NICK;
    CompareOptions.Drops ours =
        new CompareOptions.Drops(DropPolicy.ALLOW, Set.of(), Ownership.of(() -> history));
    MetaData database =
        WITH_NICK.withTables(List.of(WITH_NICK.tables().get(0), table("legacy", ID)));

    Differences found = compare(database, WITHOUT_NICK, ours);

    assertThat(found.operations()).isEmpty();
    assertThat(words(found.unmanaged()))
        .containsExactly("drop table  legacy", "drop column  account.nick");
  }

  @Test
  void aChangeIsCarriedOutWhoeverMadeTheObject() {
    CompareOptions.Drops ours =
        new CompareOptions.Drops(DropPolicy.PENDING, Set.of(), Ownership.of(() -> EMPTY));
    MetaData model =
        MetaData.ofTables(
            List.of(
                WITH_NICK
                    .tables()
                    .get(0)
                    .withIndexes(
                        List.of(Index.of(ConstraintName.given("ix"), true, List.of("nick"))))));

    assertThat(words(compare(WITH_NICK, model, ours).operations()))
        .containsExactly(
            "drop index  account: ix (nick)", "create unique index  account: ix (nick)");
  }

  @Test
  void aTypeThatAHeldBackColumnUsesIsKept() {
    EnumType mood = new EnumType(QualifiedName.of("mood"), List.of("a"), null);
    Column column = Column.of("mood", SqlTypes.named("mood"));
    MetaData database =
        MetaData.ofTables(List.of(table("account", ID, column))).withEnums(List.of(mood));

    Differences found =
        compare(
            database, MetaData.ofTables(List.of(table("account", ID))), drops(DropPolicy.PENDING));

    assertThat(found.operations()).isEmpty();
    assertThat(words(found.pending())).containsExactly("drop column  account.mood");
    assertThat(words(found.unmanaged())).containsExactly("drop enum  mood");
  }

  @Test
  void aSchemaThatHoldsWhatStaysIsKept() {
    Table kept = table("legacy", ID).withName(new QualifiedName("old", "legacy"));
    MetaData database =
        MetaData.ofTables(List.of(kept)).withNamespaces(List.of(new Namespace("old", null)));

    Differences found = compare(database, EMPTY, drops(DropPolicy.PENDING));

    assertThat(found.operations()).isEmpty();
    assertThat(words(found.pending())).containsExactly("drop table  old.legacy");
  }

  @Test
  void aTableThatAnExcludedTablePointsToIsKept() {
    Constraint key =
        ForeignKey.of(
            ConstraintName.given("fk"), List.of("id"), QualifiedName.of("account"), List.of("id"));
    Table job = table("qrtz_job", ID).withConstraints(List.of(key));
    MetaData database = MetaData.ofTables(List.of(WITH_NICK.tables().get(0), job));

    Differences found =
        Comparison.compare(
            database,
            EMPTY,
            OPTIONS
                .withDrops(CompareOptions.Drops.allowed())
                .withExclusions(Exclusions.none().and("table", "qrtz_*")));

    assertThat(words(found.operations())).isEmpty();
    assertThat(words(found.unmanaged())).contains("drop table  account");
  }

  @Test
  void theSequenceOfAColumnThatBecomesAnIdentityGoesUnderEveryPolicy() {
    Sequence sequence =
        new Sequence(
            QualifiedName.of("account_id_seq"),
            "bigint",
            SequenceOptions.defaults(),
            new Sequence.Owner(QualifiedName.of("account"), "id"),
            null);
    Table serial = table("account", ID.withServerDefault("nextval('account_id_seq'::regclass)"));
    Table identity = table("account", ID.withIdentity(Identity.byDefault()));

    Differences found =
        compare(
            MetaData.ofTables(List.of(serial)).withSequences(List.of(sequence)),
            MetaData.ofTables(List.of(identity)),
            drops(DropPolicy.PENDING));

    assertThat(words(found.operations())).contains("drop sequence  account_id_seq");
    assertThat(found.pending()).isEmpty();
  }

  @Test
  void aDropAndACreationThatLookAlikeAreShown() {
    MetaData model = MetaData.ofTables(List.of(table("account", ID, NICK.withName("handle"))));

    Differences found = compare(WITH_NICK, model, drops(DropPolicy.PENDING));

    assertThat(found.lookAlikes())
        .extracting(RenameCandidate::setting)
        .containsExactly("account.nick:handle");
  }

  private static Differences compare(
      MetaData database, MetaData model, CompareOptions.Drops drops) {
    return Comparison.compare(database, model, OPTIONS.withDrops(drops));
  }

  private static CompareOptions.Drops drops(DropPolicy policy) {
    return new CompareOptions.Drops(policy, Set.of(), Ownership.everything());
  }

  private static List<String> words(List<Operation> operations) {
    return operations.stream().map(Operation::describe).toList();
  }

  private static Table table(String name, Column... columns) {
    return new Table(QualifiedName.of(name), List.of(columns), List.of(), List.of(), null);
  }
}
