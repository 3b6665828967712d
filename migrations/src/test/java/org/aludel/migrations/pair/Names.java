package org.aludel.migrations.pair;

import java.util.Random;

/** Names as people give them, and those that nobody should but somebody does. */
final class Names {
  private static final String[] WORDS = {
    "item", "order", "line", "person", "tag", "event", "total", "price", "state", "note"
  };
  private static final String[] DIFFICULT = {
    "Mixed Case %s",
    "select",
    "user",
    "quo\"te%s",
    "größe_%s",
    "semi;%s",
    "dash--%s",
    "dot.%s",
    "it's%s",
    "$1_%s",
    "Camel%s",
    "日本%s",
    "a_very_long_name_that_fills_all_the_bytes_there_are_%s"
  };

  private Names() {}

  static String of(Random random, int number) {
    if (random.nextInt(4) > 0) {
      return WORDS[random.nextInt(WORDS.length)] + "_" + number;
    }
    String form = DIFFICULT[random.nextInt(DIFFICULT.length)];
    return form.contains("%s") ? form.replace("%s", String.valueOf(number)) : form + number;
  }

  static String quoted(String name) {
    return '"' + name.replace("\"", "\"\"") + '"';
  }

  static String literal(String text) {
    return "'" + text.replace("'", "''") + "'";
  }
}
