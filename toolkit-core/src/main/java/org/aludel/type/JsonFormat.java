package org.aludel.type;

import java.util.List;
import org.aludel.error.MappingException;
import org.aludel.error.Problem;
import org.aludel.error.TypeCode;
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

  /**
   * The object of a JSON text, of a class with type arguments such as a list; null as above.
   *
   * @throws MappingException UNREADABLE_VALUE unless the format overrides it
   */
  default <J> @Nullable J read(String json, Class<J> type, List<Class<?>> arguments) {
    throw new MappingException(
        Problem.of(TypeCode.UNREADABLE_VALUE, "cannot read JSON as a " + type.getName())
            .found("a " + getClass().getName() + ", which knows classes without type arguments")
            .expected("a format that reads " + type.getSimpleName() + " of " + arguments)
            .fix("override read(json, type, arguments) in it"));
  }
}
