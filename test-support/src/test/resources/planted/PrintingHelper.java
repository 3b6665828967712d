package org.aludel.testing;

import java.io.PrintStream;

/** A planted type: its name and what it does are forbidden. */
final class PrintingHelper {
  PrintStream stream() {
    return System.out;
  }
}
