package org.aludel.orm.specimen;

import jakarta.persistence.AttributeConverter;
import java.util.List;
import java.util.Locale;

/** Stores a colour as its name in small letters. */
public class HueConverter implements AttributeConverter<Hue, String> {
  @Override
  public String convertToDatabaseColumn(Hue hue) {
    return hue.name().toLowerCase(Locale.ROOT).replace("deep_", "");
  }

  @Override
  public Hue convertToEntityAttribute(String name) {
    return name.equals("blue") ? Hue.DEEP_BLUE : Hue.RED;
  }

  /** What the second converter stands on: generic, as shared converters are. */
  public abstract static class Numbered<T extends Enum<T>>
      implements AttributeConverter<T, List<Integer>> {
    private final List<T> constants;

    Numbered(List<T> constants) {
      this.constants = constants;
    }

    @Override
    public List<Integer> convertToDatabaseColumn(T constant) {
      return List.of(constants.indexOf(constant) + 10);
    }

    @Override
    public T convertToEntityAttribute(List<Integer> number) {
      return constants.get(number.get(0) - 10);
    }
  }

  /** Stores a colour as a list with a number. */
  public static final class Position extends Numbered<Hue> {
    /** Called by generated code. */
    public Position() {
      super(List.of(Hue.values()));
    }
  }
}
