package org.aludel.type;

import java.util.function.Function;

/** Values whose class knows the server's text. */
record TextCodec<J>(Function<J, String> writer, Function<String, J> reader, char delimiter)
    implements UntypedCodec<J> {
  private static final char COMMA = ',';

  static <J> TextCodec<J> of(Function<J, String> writer, Function<String, J> reader) {
    return new TextCodec<>(writer, reader, COMMA);
  }

  @Override
  public String text(J value) {
    return Sendable.text(writer.apply(value));
  }

  @Override
  public J parse(String text) {
    return reader.apply(text);
  }
}
