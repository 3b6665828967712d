package org.aludel.migrations.compare;

import static org.assertj.core.api.Assertions.assertThat;

import org.aludel.migrations.config.ObjectPattern;
import org.aludel.schema.ObjectKind;
import org.aludel.schema.QualifiedName;
import org.aludel.schema.UncoveredObject;
import org.junit.jupiter.api.Test;

final class ExclusionsTest {
  private static final Exclusions QUARTZ = Exclusions.none().and("table", "qrtz_*");

  @Test
  void aPatternMeansAKindAndAWholeName() {
    assertThat(excludes(QUARTZ, table("qrtz_jobs"))).isTrue();
    assertThat(excludes(QUARTZ, table("jobs"))).isFalse();
    assertThat(excludes(QUARTZ, table("my_qrtz_jobs"))).isFalse();
    assertThat(excludes(QUARTZ, ObjectName.part(ObjectKind.INDEX, name("t"), "qrtz_jobs")))
        .isFalse();
  }

  @Test
  void aNameIsTriedWithItsSchemaAlsoIfThatIsTheDefault() {
    assertThat(excludes(Exclusions.none().and("table", "public.a*"), table("audit"))).isTrue();
    assertThat(excludes(Exclusions.none().and("table", "other.a*"), table("audit"))).isFalse();
    assertThat(
            excludes(
                Exclusions.none().and("table", "audit.*"),
                ObjectName.of(ObjectKind.TABLE, new QualifiedName("audit", "x"))))
        .isTrue();
  }

  @Test
  void aPartOfATableIsTriedAloneAndBehindItsTable() {
    ObjectName column = ObjectName.part(ObjectKind.COLUMN, name("account"), "nick");

    assertThat(excludes(Exclusions.none().and("column", "nick"), column)).isTrue();
    assertThat(excludes(Exclusions.none().and("column", "account.n?ck"), column)).isTrue();
    assertThat(excludes(Exclusions.none().and("column", "other.nick"), column)).isFalse();
  }

  @Test
  void onlyStarAndQuestionMarkAreWild() {
    assertThat(excludes(Exclusions.none().and("table", "a.c"), table("abc"))).isFalse();
  }

  @Test
  void anEnumIsAType() {
    ObjectName mood = ObjectName.of(ObjectKind.ENUM, name("mood"));

    assertThat(excludes(Exclusions.none().and("type", "mood"), mood)).isTrue();
  }

  @Test
  void aRoutineIsMeantWithAndWithoutItsParameters() {
    ObjectName total = ObjectName.part(ObjectKind.FUNCTION, name("total"), "integer, text");

    assertThat(excludes(Exclusions.none().and("function", "tot*"), total)).isTrue();
    assertThat(excludes(Exclusions.none().and("function", "total(integer, *)"), total)).isTrue();
    assertThat(excludes(Exclusions.none().and("function", "public.total(*"), total)).isTrue();
    assertThat(excludes(Exclusions.none().and("function", "total(text)"), total)).isFalse();
    assertThat(excludes(Exclusions.none().and("aggregate", "total"), total)).isFalse();
  }

  @Test
  void aTriggerIsTriedAloneAndBehindItsTable() {
    ObjectName stamp = ObjectName.part(ObjectKind.TRIGGER, name("item"), "stamp");

    assertThat(excludes(Exclusions.none().and("trigger", "stamp"), stamp)).isTrue();
    assertThat(excludes(Exclusions.none().and("trigger", "item.*"), stamp)).isTrue();
    assertThat(excludes(Exclusions.none().and("event_trigger", "stamp"), stamp)).isFalse();
  }

  @Test
  void aPatternCanMeanAnyKindOfObject() {
    assertThat(ObjectKind.values())
        .allSatisfy(
            kind ->
                assertThat(ObjectPattern.KINDS).contains(ObjectName.of(kind, name("x")).word()));
  }

  @Test
  void aViewThatIsOnlyMentionedCanBeLeftOut() {
    Exclusions views = Exclusions.none().and("view", "report_*");

    assertThat(views.excludes(new UncoveredObject("materialized view", name("report_a")), "public"))
        .isTrue();
    assertThat(views.excludes(new UncoveredObject("view", name("other")), "public")).isFalse();
    assertThat(views.excludes(new UncoveredObject("function", name("report_a")), "public"))
        .isFalse();
  }

  private static boolean excludes(Exclusions exclusions, ObjectName object) {
    return exclusions.excludes(object, "public");
  }

  private static ObjectName table(String table) {
    return ObjectName.of(ObjectKind.TABLE, name(table));
  }

  private static QualifiedName name(String name) {
    return QualifiedName.of(name);
  }
}
