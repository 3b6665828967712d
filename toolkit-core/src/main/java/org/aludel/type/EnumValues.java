package org.aludel.type;

import java.util.Arrays;
import java.util.List;
import org.aludel.error.MappingException;
import org.aludel.error.Problem;
import org.aludel.error.TypeCode;
import org.aludel.util.Suggestion;
import org.jspecify.annotations.Nullable;

/** What a database holds for an enum attribute, back as the constant; used by generated code. */
public final class EnumValues {
  private EnumValues() {}

  /**
   * The constant of that name; null for null.
   *
   * @throws MappingException WRONG_VALUE for a name that the enum does not have
   */
  public static <E extends Enum<E>> @Nullable E named(Class<E> type, @Nullable String name) {
    return name == null ? null : require(type, name);
  }

  static <E extends Enum<E>> E require(Class<E> type, String name) {
    try {
      return Enum.valueOf(type, name);
    } catch (IllegalArgumentException unknown) {
      List<String> names = Arrays.stream(type.getEnumConstants()).map(Enum::name).toList();
      throw new MappingException(
          Problem.of(TypeCode.WRONG_VALUE, "cannot read a \"" + type.getName() + "\"")
              .found("the text \"" + name + "\"" + Suggestion.phrase(name, names))
              .expected("one of " + String.join(", ", names))
              .fix("correct the rows, or add the constant to the enum"),
          unknown);
    }
  }

  /**
   * The constant at that position, from 0.
   *
   * @throws MappingException WRONG_VALUE for a position that the enum does not have
   */
  public static <E extends Enum<E>> E at(Class<E> type, int ordinal) {
    E[] constants = type.getEnumConstants();
    if (ordinal < 0 || ordinal >= constants.length) {
      throw new MappingException(
          Problem.of(TypeCode.WRONG_VALUE, "cannot read a \"" + type.getName() + "\"")
              .found("the number " + ordinal)
              .expected("a position from 0 to " + (constants.length - 1))
              .fix("correct the rows, or add the constant to the end of the enum"));
    }
    return constants[ordinal];
  }
}
