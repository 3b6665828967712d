package org.aludel.type.text;

import java.io.ByteArrayOutputStream;
import java.util.HexFormat;

/** Bytes in both of the server's forms, {@code \x00ff} and {@code \000\377}. Source: §8.4. */
public final class BytesText {
  private static final int OCTAL_DIGITS = 3;

  private BytesText() {}

  /** The bytes of a text in either form. */
  public static byte[] parse(String text) {
    if (text.startsWith("\\x")) {
      return HexFormat.of().parseHex(text.substring(2));
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(text.length());
    for (int index = 0; index < text.length(); index++) {
      char one = text.charAt(index);
      if (one != '\\') {
        bytes.write(one);
      } else if (text.startsWith("\\", index + 1)) {
        bytes.write('\\');
        index++;
      } else {
        bytes.write(Integer.parseInt(text.substring(index + 1, index + 1 + OCTAL_DIGITS), 8));
        index += OCTAL_DIGITS;
      }
    }
    return bytes.toByteArray();
  }

  /** The hexadecimal form. */
  public static String write(byte[] bytes) {
    return "\\x" + HexFormat.of().formatHex(bytes);
  }
}
