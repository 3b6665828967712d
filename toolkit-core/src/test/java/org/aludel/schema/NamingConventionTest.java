package org.aludel.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.aludel.error.SchemaException;
import org.junit.jupiter.api.Test;

class NamingConventionTest {
  private static final QualifiedName ACCOUNT = new QualifiedName("shop", "user_account");
  private final NamingConvention names = NamingConvention.standard();

  @Test
  void standardNamesSayWhatTheyAreAndWhereTheyStand() {
    assertThat(names.primaryKey(ACCOUNT, List.of("id")).text()).isEqualTo("pk_user_account");
    assertThat(names.unique(ACCOUNT, List.of("email")).text()).isEqualTo("uq_user_account_email");
    assertThat(names.index(ACCOUNT, List.of("a", "b")).text()).isEqualTo("ix_user_account_a_b");
    assertThat(names.exclude(ACCOUNT, List.of("r")).text()).isEqualTo("ex_user_account_r");
    assertThat(names.check(ACCOUNT, "age").text()).isEqualTo("ck_user_account_age");
    assertThat(names.foreignKey(ACCOUNT, List.of("boss_id"), QualifiedName.of("boss")).text())
        .isEqualTo("fk_user_account_boss_id_boss");
  }

  @Test
  void namesOfTheConventionAreNotGiven() {
    assertThat(names.primaryKey(ACCOUNT, List.of("id")).given()).isFalse();
  }

  @Test
  void templatesMayUseTheFirstColumnAlone() {
    NamingConvention own =
        new NamingConvention("%(table_name)_pkey", "u_%(column_0_name)", "", "", "", "", 63);

    assertThat(own.primaryKey(ACCOUNT, List.of("id")).text()).isEqualTo("user_account_pkey");
    assertThat(own.unique(ACCOUNT, List.of("a", "b")).text()).isEqualTo("u_a");
  }

  @Test
  void refusesTokensThatDoNotExist() {
    NamingConvention own = new NamingConvention("%(tabel_name)", "", "", "", "", "", 63);

    assertThatThrownBy(() -> own.primaryKey(ACCOUNT, List.of("id")))
        .isInstanceOf(SchemaException.class)
        .hasMessageContaining("the token %(tabel_name)")
        .hasMessageContaining("one of column_0_N_name, column_0_name, table_name");
  }

  @Test
  void longNamesEndInAHashOfTheWhole() {
    String one = names.index(ACCOUNT, List.of("a".repeat(60), "x")).text();
    String other = names.index(ACCOUNT, List.of("a".repeat(60), "y")).text();

    assertThat(one).hasSize(63).startsWith("ix_user_account_aaaa").isNotEqualTo(other);
    assertThat(names.index(ACCOUNT, List.of("a".repeat(60), "x")).text()).isEqualTo(one);
    assertThat(one.substring(54))
        .isEqualTo("_" + NamingConvention.hash("ix_user_account_" + "a".repeat(60) + "_x"));
  }

  @Test
  void aNameOfExactlyTheLimitStaysWhole() {
    assertThat(names.index(ACCOUNT, List.of("a".repeat(47))).text()).endsWith("aaa").hasSize(63);
    assertThat(names.index(ACCOUNT, List.of("a".repeat(48))).text()).doesNotEndWith("aaa");
  }

  @Test
  void cutsBetweenCharactersOnly() {
    String name = names.index(ACCOUNT, List.of("\uD83D\uDE00".repeat(20))).text();

    byte[] bytes = name.getBytes(StandardCharsets.UTF_8);
    assertThat(bytes.length).isLessThanOrEqualTo(63);
    assertThat(new String(bytes, StandardCharsets.UTF_8)).isEqualTo(name).doesNotContain("?");
  }

  @Test
  void labelsOfExpressionsAreTheirWords() {
    assertThat(NamingConvention.label("lower(email)")).isEqualTo("lower_email");
    assertThat(NamingConvention.label("(a + b)")).isEqualTo("a_b");
  }

  @Test
  void hashesAreTheSameEverywhere() {
    assertThat(NamingConvention.hash("x > 0")).hasSize(8).matches("[0-9a-f]+");
    assertThat(NamingConvention.hash("abc")).isEqualTo("ba7816bf");
  }
}
