package org.aludel.migrations.script;

import org.jspecify.annotations.Nullable;

/**
 * One attribute of a change type.
 *
 * @param shape the name of the nested mapping, or null for a scalar
 */
record ChangeAttribute(String name, Kind kind, boolean required, @Nullable String shape) {
  /** What an attribute's text must look like. */
  enum Kind {
    TEXT,
    FLAG,
    NUMBER
  }

  /** Reads one word of the vocabulary file. */
  static ChangeAttribute parse(String word) {
    int equals = word.indexOf('=');
    String shape = equals < 0 ? null : word.substring(equals + 1);
    String marked = equals < 0 ? word : word.substring(0, equals);
    String name = marked.replaceAll("[?#!]", "");
    Kind kind = marked.contains("?") ? Kind.FLAG : marked.contains("#") ? Kind.NUMBER : Kind.TEXT;
    return new ChangeAttribute(name, kind, marked.contains("!"), shape);
  }

  /** Whether a text fits the kind. */
  boolean accepts(String text) {
    return switch (kind) {
      case TEXT -> true;
      case FLAG -> text.equals("true") || text.equals("false");
      case NUMBER -> text.matches("-?[0-9]{1,19}");
    };
  }

  /** What a text of this kind looks like, for messages. */
  String expectation() {
    return kind == Kind.FLAG ? "true or false" : "a whole number";
  }
}
