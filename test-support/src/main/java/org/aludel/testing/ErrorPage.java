package org.aludel.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The page that explains every error code, {@code docs/errors.md}, read from the repository. */
public final class ErrorPage {
  private static final String HEADING = "### ";

  private ErrorPage() {}

  /**
   * The codes of one area that have a section, in the order of the page.
   *
   * @param area such as {@code MIG}
   */
  public static List<String> codes(String area) {
    Path page = Path.of(System.getProperty("aludel.root", "..")).resolve("docs/errors.md");
    try {
      return Files.readAllLines(page).stream()
          .filter(line -> line.startsWith(HEADING + "ORM-" + area + "-"))
          .map(line -> line.substring(HEADING.length()))
          .toList();
    } catch (IOException exception) {
      throw new UncheckedIOException("cannot read the error page " + page, exception);
    }
  }
}
