package org.aludel.type;

import java.util.List;
import org.aludel.error.MappingException;
import org.aludel.error.Problem;
import org.aludel.error.TypeCode;
import org.aludel.type.text.JsonText;

/**
 * Objects as JSON. Two are the same when their texts are, whatever the order of keys; copies are
 * read back.
 *
 * @param arguments the type arguments of the class, or none
 */
record JsonCodec<J>(JsonFormat format, Class<J> javaType, List<Class<?>> arguments)
    implements UntypedCodec<J> {
  JsonCodec {
    arguments = List.copyOf(arguments);
  }

  @Override
  public String text(J value) {
    return Sendable.text(format.write(value));
  }

  @Override
  public J parse(String text) {
    J value =
        arguments.isEmpty() ? format.read(text, javaType) : format.read(text, javaType, arguments);
    if (value == null) {
      throw new MappingException(
          Problem.of(TypeCode.NOT_REPRESENTABLE, "cannot read JSON as a " + javaType.getName())
              .found("JSON's null, which is a value and not SQL's NULL")
              .expected("JSON that the class has an object for")
              .fix("use a class that has one, such as JsonNode, or update the rows to NULL"));
    }
    return value;
  }

  @Override
  public boolean same(J left, J right) {
    return canonical(left).equals(canonical(right));
  }

  private String canonical(J value) {
    return JsonText.canonical(text(value));
  }

  @Override
  public J copy(J value) {
    return parse(text(value));
  }
}
