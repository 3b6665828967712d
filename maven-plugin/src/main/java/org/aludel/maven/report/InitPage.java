package org.aludel.maven.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** What a project needs to begin, ready to copy; the build filled the versions in. */
public final class InitPage {
  /** Writes the page. */
  public void write(Lines out) {
    try (InputStream stream = InitPage.class.getResourceAsStream("init.txt")) {
      byte[] bytes = Objects.requireNonNull(stream, "init.txt is in the jar").readAllBytes();
      out.text(new String(bytes, StandardCharsets.UTF_8));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
