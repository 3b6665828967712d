package org.aludel.type;

import static org.assertj.core.api.Assertions.assertThat;

import org.aludel.type.text.JsonText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class JsonTextTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      value = {
        "{\"b\":1,\"a\":2} | { \"a\" : 2 , \"b\" : 1 }",
        "[{\"y\":[],\"x\":{}}] | [ { \"x\" : { } , \"y\" : [ ] } ]",
        "\"a b\" |  \"a b\" ",
        "null | null"
      })
  void spellingsOfTheSameAreOne(String one, String other) {
    assertThat(JsonText.canonical(one)).isEqualTo(JsonText.canonical(other));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      value = {
        "[1,2] | [2,1]",
        "{\"a\":\"x y\"} | {\"a\":\"x  y\"}",
        "{\"a\":1} | {\"a\":\"1\"}",
        "{\"a\\\"\":1} | {\"a\":1}",
        "1.0 | 1.00"
      })
  void whatDiffersStaysDifferent(String one, String other) {
    assertThat(JsonText.canonical(one)).isNotEqualTo(JsonText.canonical(other));
  }

  @ParameterizedTest
  @ValueSource(strings = {"{", "[1,]", "{\"a\" 1}", "\"open", "\"end\\", "[1] 2", "", "{a:1}"})
  void whatIsNoJsonStaysAsItIs(String text) {
    assertThat(JsonText.canonical(text)).isEqualTo(text);
  }

  @Test
  void depthHasAnEnd() {
    String deep = "[".repeat(100_000) + "]".repeat(100_000);

    assertThat(JsonText.canonical(deep)).isEqualTo(deep);
  }
}
