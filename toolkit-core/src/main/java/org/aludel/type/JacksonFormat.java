package org.aludel.type;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import org.aludel.error.MappingException;
import org.aludel.error.Problem;
import org.aludel.error.TypeCode;
import org.jspecify.annotations.Nullable;

/** JSON by Jackson 2, which is on the class path only if the application puts it there. */
public record JacksonFormat(ObjectMapper mapper) implements JsonFormat {
  /** With the modules that are on the class path, such as the one for java.time. */
  public static JacksonFormat standard() {
    return new JacksonFormat(new ObjectMapper().findAndRegisterModules());
  }

  @Override
  public String write(Object value) {
    try {
      return mapper.writeValueAsString(value);
    } catch (JsonProcessingException failure) {
      throw new MappingException(
          Problem.of(
                  TypeCode.WRONG_VALUE, "cannot write a " + value.getClass().getName() + " as JSON")
              .found(String.valueOf(failure.getOriginalMessage())),
          failure);
    }
  }

  @Override
  public <J> @Nullable J read(String json, Class<J> type) {
    return read(json, type, List.of());
  }

  @Override
  public <J> @Nullable J read(String json, Class<J> type, List<Class<?>> arguments) {
    JavaType whole =
        arguments.isEmpty()
            ? mapper.constructType(type)
            : mapper
                .getTypeFactory()
                .constructParametricType(type, arguments.toArray(Class<?>[]::new));
    try {
      return mapper.readValue(json, whole);
    } catch (JsonProcessingException failure) {
      throw new MappingException(
          Problem.of(TypeCode.UNREADABLE_VALUE, "cannot read JSON as a " + type.getName())
              .found(String.valueOf(failure.getOriginalMessage()))
              .fix("correct the class or the rows"),
          failure);
    }
  }
}
