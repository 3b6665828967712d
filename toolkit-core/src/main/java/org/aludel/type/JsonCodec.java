package org.aludel.type;

import org.aludel.error.MappingException;
import org.aludel.error.Problem;
import org.aludel.error.TypeCode;

/** Objects as JSON. Two are the same when their texts are; copies are read back. */
record JsonCodec<J>(JsonFormat format, Class<J> javaType) implements UntypedCodec<J> {
  @Override
  public String text(J value) {
    return Sendable.text(format.write(value));
  }

  @Override
  public J parse(String text) {
    J value = format.read(text, javaType);
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
    return text(left).equals(text(right));
  }

  @Override
  public J copy(J value) {
    return parse(text(value));
  }
}
