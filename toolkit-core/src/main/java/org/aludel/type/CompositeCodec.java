package org.aludel.type;

import java.util.ArrayList;
import java.util.List;
import org.aludel.error.MappingException;
import org.aludel.error.Problem;
import org.aludel.error.TypeCode;
import org.aludel.type.text.RowText;
import org.jspecify.annotations.Nullable;

/**
 * Values of a composite type, field by field, as the server's text.
 *
 * @param name the composite type, for messages
 */
record CompositeCodec<J>(
    String name, List<CompositeType.Field<J, ?>> fields, CompositeType.Constructor<J> constructor)
    implements UntypedCodec<J> {
  @Override
  public String text(J value) {
    List<@Nullable String> texts = new ArrayList<>(fields.size());
    for (CompositeType.Field<J, ?> field : fields) {
      texts.add(field.text(value));
    }
    return RowText.write(texts);
  }

  @Override
  public J parse(String text) {
    List<@Nullable String> texts = RowText.parse(text);
    if (texts.size() != fields.size()) {
      throw new MappingException(
          Problem.of(TypeCode.UNREADABLE_VALUE, "cannot read a value of type \"" + name + "\"")
              .found(texts.size() + " fields")
              .expected(fields.size() + ", as declared")
              .fix("declare the fields of the type in their order"));
    }
    @Nullable Object[] values = new @Nullable Object[fields.size()];
    for (int index = 0; index < values.length; index++) {
      String field = texts.get(index);
      values[index] = field == null ? null : fields.get(index).type().codec().parse(field);
    }
    return constructor.create(values);
  }
}
