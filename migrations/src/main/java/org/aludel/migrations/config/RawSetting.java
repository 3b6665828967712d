package org.aludel.migrations.config;

import java.util.Arrays;
import java.util.List;

/**
 * A setting before it is understood.
 *
 * @param texts one for a scalar, any number for a list
 * @param origin where it comes from, for messages: a place in the file, or a name of a variable
 */
record RawSetting(List<String> texts, String origin) {
  RawSetting {
    texts = List.copyOf(texts);
  }

  static RawSetting of(String text, String origin) {
    return new RawSetting(List.of(text), origin);
  }

  /** A list; a scalar is split at its commas. */
  List<String> list() {
    return texts.stream()
        .flatMap(text -> Arrays.stream(text.split(",")))
        .map(String::trim)
        .filter(text -> !text.isEmpty())
        .toList();
  }

  /** A scalar; a list is joined with commas. */
  String text() {
    return String.join(",", texts);
  }
}
