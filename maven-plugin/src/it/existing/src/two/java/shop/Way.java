package shop;

import jakarta.persistence.AttributeConverter;

/** The labels of the database's type, in their order. */
public enum Way {
  IN_OUT("in-out"),
  ONE_WAY("one way");

  private final String label;

  Way(String label) {
    this.label = label;
  }

  /** As the database writes it. */
  public String label() {
    return label;
  }

  /** Leads from constants to labels and back. */
  public static final class Labels implements AttributeConverter<Way, String> {
    @Override
    public String convertToDatabaseColumn(Way constant) {
      return constant == null ? null : constant.label;
    }

    @Override
    public Way convertToEntityAttribute(String label) {
      if (label == null) {
        return null;
      }
      for (Way each : values()) {
        if (each.label.equals(label)) {
          return each;
        }
      }
      throw new IllegalArgumentException("no constant of Way has the label " + label);
    }
  }
}
