package org.aludel.type.value;

import java.util.HexFormat;
import java.util.regex.Pattern;
import org.aludel.error.MappingException;
import org.aludel.error.Problem;
import org.aludel.error.TypeCode;

/**
 * A hardware address of six or eight bytes, as {@code macaddr} and {@code macaddr8} hold it.
 * Immutable.
 *
 * @param text bytes in lower-case hexadecimal with colons between: {@code 08:00:2b:01:02:03}
 */
public record MacAddress(String text) {
  private static final Pattern FORM =
      Pattern.compile("[0-9a-f]{2}(:[0-9a-f]{2}){5}((:[0-9a-f]{2}){2})?");

  /**
   * @throws MappingException WRONG_VALUE for another form
   */
  public MacAddress {
    text = text.toLowerCase(java.util.Locale.ROOT).replace('-', ':');
    if (!FORM.matcher(text).matches()) {
      throw new MappingException(
          Problem.of(TypeCode.WRONG_VALUE, "cannot take \"" + text + "\" as a hardware address")
              .expected("six or eight bytes, such as 08:00:2b:01:02:03"));
    }
  }

  /** An address of six or eight bytes. */
  public static MacAddress of(byte[] bytes) {
    return new MacAddress(HexFormat.ofDelimiter(":").formatHex(bytes));
  }

  /** The bytes, six or eight, in a new array. */
  public byte[] bytes() {
    return HexFormat.ofDelimiter(":").parseHex(text);
  }

  @Override
  public String toString() {
    return text;
  }
}
