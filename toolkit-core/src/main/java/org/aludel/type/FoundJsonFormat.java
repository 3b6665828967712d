package org.aludel.type;

import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import org.aludel.error.MappingException;
import org.aludel.error.Problem;
import org.aludel.error.TypeCode;
import org.jspecify.annotations.Nullable;

/**
 * The format that an application provides as a service, else Jackson; looked for at the first
 * value, so that a schema with JSON columns needs neither. Any two are equal.
 */
final class FoundJsonFormat implements JsonFormat {
  private final ClassLoader classes;
  private volatile @Nullable JsonFormat found;

  /**
   * A format that is not looked for yet.
   *
   * @param classes where the classes of values come from
   */
  FoundJsonFormat(ClassLoader classes) {
    this.classes = classes;
  }

  @Override
  public String write(Object value) {
    return format().write(value);
  }

  @Override
  public <J> @Nullable J read(String json, Class<J> type) {
    return format().read(json, type);
  }

  @Override
  public <J> @Nullable J read(String json, Class<J> type, List<Class<?>> arguments) {
    return format().read(json, type, arguments);
  }

  private JsonFormat format() {
    JsonFormat known = found;
    if (known == null) {
      known = provided().orElseGet(this::jackson);
      found = known;
    }
    return known;
  }

  private Optional<JsonFormat> provided() {
    return ServiceLoader.load(JsonFormat.class, classes).findFirst();
  }

  private JsonFormat jackson() {
    try {
      return JacksonFormat.standard();
    } catch (NoClassDefFoundError absent) {
      throw new MappingException(
          Problem.of(TypeCode.NO_JSON_FORMAT, "cannot read or write an attribute marked @Json")
              .found("neither Jackson nor a service of " + JsonFormat.class.getName())
              .expected("a library for JSON on the class path")
              .fix("add com.fasterxml.jackson.core:jackson-databind, or provide a JsonFormat"),
          absent);
    }
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof FoundJsonFormat;
  }

  @Override
  public int hashCode() {
    return FoundJsonFormat.class.hashCode();
  }
}
