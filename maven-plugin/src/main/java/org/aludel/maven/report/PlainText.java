package org.aludel.maven.report;

import org.jspecify.annotations.Nullable;

/** Descriptions in a plugin descriptor are HTML made from Javadoc; a terminal wants text. */
final class PlainText {
  private PlainText() {}

  /**
   * The text of a description; paragraphs and lines of preformatted blocks on lines of their own.
   */
  static String of(@Nullable String html) {
    if (html == null) {
      return "";
    }
    return html.replaceAll("(?i)</?(p|pre|br|li|ul)\\s*/?>\\s*", "\n")
        .replaceAll("<[^>]+>", "")
        .replace("&quot;", "\"")
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&#64;", "@")
        .replace("&nbsp;", " ")
        .replace("&amp;", "&")
        .replaceAll("\\s*\n\\s*", "\n")
        .strip();
  }
}
