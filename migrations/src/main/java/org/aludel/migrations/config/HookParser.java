package org.aludel.migrations.config;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import org.aludel.migrations.yaml.Findings;

/** Turns hooks as written into settings; what is wrong stands in the findings. */
final class HookParser {
  /** Long enough for a formatter that starts a JVM of its own. */
  private static final Duration TIMEOUT = Duration.ofSeconds(60);

  private final Path base;
  private final Findings findings;

  HookParser(Path base, Findings findings) {
    this.base = base;
    this.findings = findings;
  }

  List<HookSetting> parse(List<RawHook> hooks) {
    return hooks.stream().map(this::parse).toList();
  }

  private HookSetting parse(RawHook hook) {
    return new HookSetting(hook.name(), hook.command(), directory(hook), timeout(hook));
  }

  private Path directory(RawHook hook) {
    try {
      return base.resolve(hook.directory()).toAbsolutePath().normalize();
    } catch (InvalidPathException e) {
      findings.error(hook.origin(), "\"directory\" is no path: " + e.getReason());
      return base;
    }
  }

  private Duration timeout(RawHook hook) {
    if (hook.timeout().isBlank()) {
      return TIMEOUT;
    }
    try {
      Duration duration = Duration.parse("PT" + hook.timeout().strip().toUpperCase(Locale.ROOT));
      if (!duration.isNegative() && !duration.isZero()) {
        return duration;
      }
    } catch (DateTimeParseException e) {
      // Told below, as is a time that is no time to wait.
    }
    findings.error(hook.origin(), "\"timeout\" must be such as 30s or 2m, found " + hook.timeout());
    return TIMEOUT;
  }
}
