package org.aludel.orm.mapping;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.aludel.type.SqlType;
import org.aludel.util.TextLiteral;
import org.aludel.util.WholeText;

/** Values of annotations as SQL literals. */
final class Literals {
  private static final Pattern NUMBER = Pattern.compile("-?\\d+(\\.\\d+)?([eE][+-]?\\d+)?");

  private Literals() {}

  /** The value as the column's type needs it; empty when it is not one of that type. */
  static Optional<String> of(String value, SqlType<?> type) {
    DeclaredType declared = DeclaredType.parse(type.name());
    if (declared != null && declared.number()) {
      return NUMBER.matcher(value).matches() ? Optional.of(value) : Optional.empty();
    }
    if (type.name().equals("boolean")) {
      String lower = value.toLowerCase(Locale.ROOT);
      return Set.of("true", "false").contains(lower) ? Optional.of(lower) : Optional.empty();
    }
    return WholeText.flaw(value) == WholeText.NONE
        ? Optional.of(TextLiteral.of(value))
        : Optional.empty();
  }
}
