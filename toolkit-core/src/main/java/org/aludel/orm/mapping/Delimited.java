package org.aludel.orm.mapping;

/** Names as annotations write them. */
final class Delimited {
  private Delimited() {}

  /**
   * The exact name: quotes around it are taken off, everything else is kept as it is. Source:
   * Jakarta Persistence 3.2 §2.13, delimited identifiers.
   */
  static String exact(String written) {
    boolean quoted = written.length() > 2 && (within(written, "\"") || within(written, "`"));
    return quoted ? written.substring(1, written.length() - 1) : written;
  }

  private static boolean within(String written, String quote) {
    return written.startsWith(quote) && written.endsWith(quote);
  }
}
