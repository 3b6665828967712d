package org.aludel.orm.events;

import java.util.ArrayList;
import java.util.List;

/** What callbacks of this thread have said, in order. */
final class Heard {
  private static final ThreadLocal<List<String>> WORDS = ThreadLocal.withInitial(ArrayList::new);

  private Heard() {}

  static void say(String word) {
    WORDS.get().add(word);
  }

  static List<String> taken() {
    List<String> words = List.copyOf(WORDS.get());
    WORDS.get().clear();
    return words;
  }
}
