package org.aludel.migrations.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

/** What is decided by a look at the first character is what the library decides. */
class YamlScalarsTest {
  private static final long SEED = 20261128;
  private static final int TEXTS = 12_000;
  private static final String LETTERS = "aeflnorstuyNYETO019.-+_~=<x: ";

  @Test
  void aScalarThatIsTextByItsFirstCharacterIsText() {
    Random random = new Random(SEED);
    for (int i = 0; i < TEXTS; i++) {
      StringBuilder text = new StringBuilder();
      for (int length = random.nextInt(6); length >= 0; length--) {
        text.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
      }
      assertThat(YamlScalars.isText(text.toString()))
          .as("\"%s\"", text)
          .isEqualTo(YamlScalars.isTextToTheLibrary(text.toString()));
    }
  }
}
