package org.aludel.orm.unitofwork;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import org.aludel.orm.mapping.BasicProperty;
import org.aludel.orm.mapping.Registry;
import org.aludel.orm.versions.TimedInstant;
import org.aludel.orm.versions.TimedLocal;
import org.aludel.orm.versions.VersionsBase;
import org.junit.jupiter.api.Test;

final class VersionsTest {
  private static final Registry REGISTRY = Registry.of(VersionsBase.class);
  private static final Instant NOW = Instant.parse("2026-11-28T12:00:00.123456789Z");

  private final Versions versions = new Versions(Clock.fixed(NOW, ZoneOffset.UTC));

  private static BasicProperty version(Class<?> type) {
    BasicProperty version = REGISTRY.mapper(type).version();
    if (version == null) {
      throw new IllegalStateException(type + " has no version");
    }
    return version;
  }

  @Test
  void aTimeIsCutToWhatItsColumnKeeps() {
    assertThat(versions.first(version(TimedInstant.class), null))
        .isEqualTo(Instant.parse("2026-11-28T12:00:00.123456Z"));
    assertThat(versions.first(version(TimedLocal.class), null))
        .isEqualTo(LocalDateTime.parse("2026-11-28T12:00:00.123"));
  }

  @Test
  void twoUpdatesWithinATickHaveTwoVersions() {
    BasicProperty version = version(TimedInstant.class);
    Object first = versions.first(version, null);

    assertThat(versions.next(version, first))
        .isEqualTo(Instant.parse("2026-11-28T12:00:00.123457Z"));
  }

  @Test
  void aClockThatWasSetBackDoesNotRepeatAVersion() {
    BasicProperty version = version(TimedLocal.class);

    assertThat(versions.next(version, LocalDateTime.parse("2026-11-28T13:00:00")))
        .isEqualTo(LocalDateTime.parse("2026-11-28T13:00:00.001"));
  }
}
