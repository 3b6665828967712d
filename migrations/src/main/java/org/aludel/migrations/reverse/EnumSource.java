package org.aludel.migrations.reverse;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.aludel.schema.EnumType;

/**
 * The source of an enum. Labels that are names of Java are the constants themselves, for
 * {@code @PgEnum}; others need constants with a label and a converter.
 */
final class EnumSource {
  private static final String LABELLED =
      """
      package %1$s;

      import jakarta.persistence.AttributeConverter;

      /** The labels of the database's type, in their order. */
      public enum %2$s {
        %3$s;

        private final String label;

        %2$s(String label) {
          this.label = label;
        }

        /** As the database writes it. */
        public String label() {
          return label;
        }

        /** Leads from constants to labels and back. */
        public static final class Labels implements AttributeConverter<%2$s, String> {
          @Override
          public String convertToDatabaseColumn(%2$s constant) {
            return constant == null ? null : constant.label;
          }

          @Override
          public %2$s convertToEntityAttribute(String label) {
            if (label == null) {
              return null;
            }
            for (%2$s each : values()) {
              if (each.label.equals(label)) {
                return each;
              }
            }
            throw new IllegalArgumentException("no constant of %2$s has the label " + label);
          }
        }
      }
      """;

  private final String packageName;
  private final String name;
  private final EnumType type;

  EnumSource(String packageName, String name, EnumType type) {
    this.packageName = packageName;
    this.name = name;
    this.type = type;
  }

  /** Whether the labels can be the constants. */
  static boolean plain(EnumType type) {
    return type.labels().stream().allMatch(JavaName::usable);
  }

  /** The converter of an enum whose labels are not its constants. */
  static String converter(String enumClass) {
    return enumClass + ".Labels.class";
  }

  String text() {
    return plain(type)
        ? "package "
            + packageName
            + ";\n\n/** The labels of the database's type, in their order. */\npublic enum "
            + name
            + " {\n  "
            + String.join(",\n  ", type.labels())
            + "\n}\n"
        : LABELLED.formatted(packageName, name, constants());
  }

  private String constants() {
    return named(type.labels()).entrySet().stream()
        .map(each -> each.getKey() + "(" + JavaName.literal(each.getValue()) + ")")
        .collect(Collectors.joining(",\n  "));
  }

  /** Labels by the names of their constants; those that become equal are numbered. */
  private static Map<String, String> named(List<String> labels) {
    Map<String, String> constants = new LinkedHashMap<>();
    for (String label : labels) {
      String wanted = constant(label);
      String free = wanted;
      for (int number = 2; constants.containsKey(free); number++) {
        free = wanted + "_" + number;
      }
      constants.put(free, label);
    }
    return constants;
  }

  private static String constant(String label) {
    StringBuilder constant = new StringBuilder();
    for (int at = 0; at < label.length(); at++) {
      char letter = label.charAt(at);
      constant.append(Character.isJavaIdentifierPart(letter) ? letter : '_');
    }
    String text = constant.toString().toUpperCase(Locale.ROOT);
    return JavaName.usable(text) ? text : "LABEL_" + text;
  }
}
