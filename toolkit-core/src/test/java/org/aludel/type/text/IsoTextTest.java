package org.aludel.type.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class IsoTextTest {
  @Test
  void textsAreThoseOfTheJdk() {
    Random random = new Random(30);
    int[] fractions = {0, 1, 120_000_000, 5_000_000, 123_456_000, 7_000, 999_999_999};
    for (int round = 0; round < 2_000; round++) {
      int seconds = random.nextInt(4) == 0 ? 0 : random.nextInt(60);
      LocalDateTime time =
          LocalDate.of(1 + random.nextInt(9999), 1 + random.nextInt(12), 1 + random.nextInt(28))
              .atTime(random.nextInt(24), random.nextInt(60), seconds)
              .withNano(fractions[random.nextInt(fractions.length)]);
      OffsetDateTime there =
          time.atOffset(ZoneOffset.ofTotalSeconds(random.nextInt(129_600) - 64_800));

      assertThat(IsoText.of(time.toLocalDate())).isEqualTo(time.toLocalDate().toString());
      assertThat(IsoText.of(time)).isEqualTo(time.toString());
      assertThat(IsoText.of(there)).isEqualTo(there.toString());
      assertThat(IsoText.of(time.atOffset(ZoneOffset.UTC)))
          .isEqualTo(time.atOffset(ZoneOffset.UTC).toString());
    }
  }

  @Test
  void farYearsAreLeftToOthers() {
    assertThat(IsoText.isPlain(9999)).isTrue();
    assertThat(IsoText.isPlain(10_000)).isFalse();
    assertThat(IsoText.isPlain(0)).isFalse();
  }
}
