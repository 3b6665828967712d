package org.aludel.type;

import java.util.List;
import java.util.Map;
import org.aludel.type.text.ArrayText;
import org.aludel.type.text.HstoreText;
import org.aludel.type.text.RangeText;
import org.aludel.type.value.MultiRange;
import org.aludel.type.value.Range;
import org.jspecify.annotations.Nullable;

/** Any value as the server's text, by its class alone. */
final class ServerText {
  private ServerText() {}

  static String of(Object value) {
    if (value instanceof List<?> list) {
      return ArrayText.write(list, ArrayText.COMMA, ServerText::of);
    }
    if (value instanceof Object[] array) {
      return ArrayText.write(java.util.Arrays.asList(array), ArrayText.COMMA, ServerText::of);
    }
    if (value instanceof Range<?> range) {
      return RangeText.write(range, ServerText::of);
    }
    if (value instanceof MultiRange<?> ranges) {
      return RangeText.write(ranges, ServerText::of);
    }
    if (value instanceof Map<?, ?> map) {
      return HstoreText.write(texts(map));
    }
    return value instanceof Enum<?> constant ? constant.name() : scalar(value);
  }

  @SuppressWarnings("unchecked") // maps of other classes fail at their first entry
  private static Map<String, @Nullable String> texts(Map<?, ?> map) {
    return (Map<String, @Nullable String>) map;
  }

  private static String scalar(Object value) {
    @SuppressWarnings("unchecked") // the type was found by the value's class
    SqlType<Object> known = (SqlType<Object>) KnownTypes.ofClass(value.getClass()).orElse(null);
    return known == null ? value.toString() : known.codec().text(value);
  }
}
