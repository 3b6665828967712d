package org.aludel.compile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.aludel.dialect.postgresql.PostgresIdentifiers;
import org.aludel.error.SchemaException;
import org.aludel.schema.QualifiedName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IdentifierQuoterTest {
  private final IdentifierQuoter quoter = PostgresIdentifiers.quoter();

  @ParameterizedTest
  @ValueSource(strings = {"user_account", "_x", "a1", "name", "value", "type", "date", "role"})
  void leavesPlainWordsBare(String name) {
    assertThat(quoter.quote(name)).isEqualTo(name);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "user",
        "order",
        "select",
        "verbose",
        "left",
        "binary",
        "int",
        "coalesce",
        "values",
        "json_table",
        "merge_action",
        "system_user"
      })
  void quotesReservedWordsOfEveryKind(String word) {
    assertThat(quoter.quote(word)).isEqualTo('"' + word + '"');
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {
        "User, `\"User\"`",
        "a b, `\"a b\"`",
        "1st, `\"1st\"`",
        "price$, `\"price$\"`",
        "größe, `\"größe\"`",
        "a.b, `\"a.b\"`",
        "say \"hi\", `\"say \"\"hi\"\"\"`"
      })
  void quotesWhatTheServerWouldReadDifferently(String name, String expected) {
    assertThat(quoter.quote(name)).isEqualTo(expected);
  }

  @Test
  void qualifiesOnlyNamesOutsideTheDefaultSchema() {
    assertThat(quoter.quote(QualifiedName.of("item"))).isEqualTo("item");
    assertThat(quoter.quote(new QualifiedName("Shop", "user"))).isEqualTo("\"Shop\".\"user\"");
  }

  @Test
  void quotesListsInOrder() {
    assertThat(quoter.quoteAll(List.of("b", "order", "a"))).isEqualTo("b, \"order\", a");
  }

  @Test
  void refusesTheNulCharacterAndTheEmptyName() {
    assertThatThrownBy(() -> quoter.quote("a\0b"))
        .isInstanceOf(SchemaException.class)
        .hasMessageContaining("ORM-SCHEMA-INVALID-NAME");
    assertThatThrownBy(() -> quoter.quote("")).isInstanceOf(SchemaException.class);
  }

  @Test
  void refusesNamesThatTheServerWouldCut() {
    String longest = "ä".repeat(31) + "b";

    assertThat(quoter.quote(longest)).isEqualTo("\"" + longest + "\"");
    assertThatThrownBy(() -> quoter.quote(longest + "c"))
        .isInstanceOf(SchemaException.class)
        .hasMessageContaining("ORM-SCHEMA-NAME-TOO-LONG")
        .hasMessageContaining("64 bytes");
    assertThatThrownBy(() -> quoter.quote("a\uD800")).isInstanceOf(SchemaException.class);
  }

  @Test
  void measuresNamesInBytes() {
    assertThat(quoter.fits("a".repeat(63))).isTrue();
    assertThat(quoter.fits("a".repeat(64))).isFalse();
    assertThat(quoter.fits("ä".repeat(31))).isTrue();
    assertThat(quoter.fits("ä".repeat(32))).isFalse();
  }
}
