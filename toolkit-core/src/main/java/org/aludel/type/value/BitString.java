package org.aludel.type.value;

import java.util.BitSet;
import org.aludel.error.MappingException;
import org.aludel.error.Problem;
import org.aludel.error.TypeCode;

/**
 * Bits in order, as {@code bit(n)} and {@code varbit} hold them; leading zeros count. Immutable. A
 * {@link BitSet} does not know its length, so it does not stand for every value.
 *
 * @param digits zeros and ones, the first bit first; may be empty
 */
public record BitString(String digits) {
  /**
   * @throws MappingException WRONG_VALUE for other characters
   */
  public BitString {
    if (!digits.chars().allMatch(one -> one == '0' || one == '1')) {
      throw new MappingException(
          Problem.of(TypeCode.WRONG_VALUE, "cannot take \"" + digits + "\" as bits")
              .expected("zeros and ones"));
    }
  }

  /** The first bits of a set. */
  public static BitString of(BitSet bits, int length) {
    StringBuilder digits = new StringBuilder(length);
    for (int index = 0; index < length; index++) {
      digits.append(bits.get(index) ? '1' : '0');
    }
    return new BitString(digits.toString());
  }

  /** How many bits. */
  public int length() {
    return digits.length();
  }

  /** The bit at an index from 0. */
  public boolean get(int index) {
    return digits.charAt(index) == '1';
  }

  /** The indexes, from 0, of the bits that are one. */
  public BitSet toBitSet() {
    BitSet bits = new BitSet(digits.length());
    for (int index = 0; index < digits.length(); index++) {
      bits.set(index, get(index));
    }
    return bits;
  }

  @Override
  public String toString() {
    return digits;
  }
}
