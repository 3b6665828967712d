package org.aludel.orm.mapping;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;

/** What is refused of converters by name and of enums by value, for {@link SameFaultTest}. */
final class ConversionFaults {
  private static final String CONVERTER =
      "public static class C implements AttributeConverter<String, Long> {"
          + " public Long convertToDatabaseColumn(String x) { return null; }"
          + " public String convertToEntityAttribute(Long x) { return null; } } ";

  private ConversionFaults() {}

  static Stream<Arguments> all() {
    String value = "public enum E { A; @EnumeratedValue final %s code = %s; } ";
    String text = String.format(value, "String", "\"a\"");
    return Stream.of(
        fault(
            "@Convert(attributeName = \"nam\"), did you mean \"name\"?",
            "@Convert(attributeName = \"nam\", converter = User.C.class)",
            CONVERTER + "String name;"),
        fault(
            "@Convert(attributeName = \"\")",
            "@Convert(converter = User.C.class)",
            CONVERTER + "String name;"),
        fault(
            "@Convert(attributeName = \"a\") on an attribute in a column",
            "",
            CONVERTER + "@Convert(attributeName = \"a\", converter = C.class) String name;"),
        fault(
            "@Convert on an attribute of java.lang.Integer whose converter does not fit",
            "@Convert(attributeName = \"number\", converter = User.C.class)",
            CONVERTER + "Integer number;"),
        fault("@EnumeratedValue of shop.User.E", "", text + "@Enumerated(EnumType.ORDINAL) E e;"),
        fault("@EnumeratedValue of shop.User.E", "", text + "@PgEnum E e;"),
        fault("@EnumeratedValue of shop.User.E", "", String.format(value, "long", "1") + "E e;"),
        fault("@EnumeratedValue on a column's attribute", "", "@EnumeratedValue String e;"));
  }

  private static Arguments fault(String text, String annotations, String members) {
    return Arguments.of(
        text,
        "@Entity " + annotations + " public class User { @Id private Long id; " + members + "}",
        List.of());
  }
}
