package org.aludel.type;

import org.jspecify.annotations.Nullable;

/**
 * Writes objects as JSON and reads them back; by {@link JacksonFormat}, or by whatever library an
 * application has. Stateless and thread-safe.
 */
public interface JsonFormat {
  /** The JSON text of a value that is not null. */
  String write(Object value);

  /** The object of a JSON text; null where the class has no object for JSON's null. */
  <J> @Nullable J read(String json, Class<J> type);
}
