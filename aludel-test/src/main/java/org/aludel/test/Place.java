package org.aludel.test;

import java.util.stream.Stream;

/** The line of the application that is at work: the first below the library, the JDK and JUnit. */
final class Place {
  private static final String[] SKIPPED = {
    "org.aludel.", "java.", "javax.", "jdk.", "sun.", "org.junit.", "org.postgresql."
  };
  private static final StackWalker WALKER = StackWalker.getInstance();

  private Place() {}

  static String ofCaller() {
    return WALKER.walk(Place::first);
  }

  private static String first(Stream<StackWalker.StackFrame> frames) {
    return frames
        .filter(frame -> isApplication(frame.getClassName()))
        .findFirst()
        .map(frame -> frame.toStackTraceElement().toString())
        .orElse("no line of the application");
  }

  /** Lazy subclasses are generated into the application's package and are no lines of it. */
  private static boolean isApplication(String type) {
    for (String prefix : SKIPPED) {
      if (type.startsWith(prefix)) {
        return false;
      }
    }
    return !type.contains("__");
  }
}
