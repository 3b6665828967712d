package org.aludel.util;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SuggestionTest {
  private static final List<String> KEYS = List.of("directory", "drops", "schemas", "url");

  @Test
  void findsTheNameWithASwappedPairOfLetters() {
    assertThat(Suggestion.closest("shcemas", KEYS)).contains("schemas");
  }

  @Test
  void findsTheNameWithALetterTooFewOrTooMany() {
    assertThat(Suggestion.closest("drop", KEYS)).contains("drops");
    assertThat(Suggestion.closest("direcctory", KEYS)).contains("directory");
  }

  @Test
  void findsTheNameThatDiffersInCaseOnly() {
    assertThat(Suggestion.closest("URL", KEYS)).contains("url");
  }

  @Test
  void staysSilentWhenNothingIsNear() {
    assertThat(Suggestion.closest("password", KEYS)).isEmpty();
    assertThat(Suggestion.phrase("password", KEYS)).isEmpty();
  }

  @Test
  void staysSilentForShortNamesThatAreWhollyDifferent() {
    assertThat(Suggestion.closest("id", List.of("at", "up"))).isEmpty();
  }

  @Test
  void prefersFewerEditsThenTheAlphabet() {
    assertThat(Suggestion.closest("labels", List.of("label", "lapels", "labels2")))
        .contains("label");
    assertThat(Suggestion.closest("column", List.of("columns", "colunm"))).contains("columns");
  }

  @Test
  void countsASwapAsOneEdit() {
    assertThat(Suggestion.edits("adress", "address")).isEqualTo(1);
    assertThat(Suggestion.edits("nmae", "name")).isEqualTo(1);
    assertThat(Suggestion.edits("", "abc")).isEqualTo(3);
  }

  @Test
  void phraseNamesTheSuggestion() {
    assertThat(Suggestion.phrase("schema", KEYS)).isEqualTo(", did you mean \"schemas\"?");
  }
}
