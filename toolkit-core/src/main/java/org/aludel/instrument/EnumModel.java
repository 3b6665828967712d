package org.aludel.instrument;

import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.List;

/**
 * An enum and its constants in their order, with what is written on them.
 *
 * @param annotations those of the class
 */
public record EnumModel(Annotations annotations, List<Constant> constants) {
  /** One constant. */
  public record Constant(String name, Annotations annotations) {}

  public EnumModel {
    constants = List.copyOf(constants);
  }

  /** Reads an enum; a class that is none has no constants. */
  public static EnumModel of(Class<?> type) {
    AnnotationReader reader = new AnnotationReader();
    List<Constant> constants = new ArrayList<>();
    for (Field field : type.getDeclaredFields()) {
      if (field.isEnumConstant()) {
        constants.add(new Constant(field.getName(), reader.readAll(field.getAnnotations())));
      }
    }
    return new EnumModel(reader.readAll(type.getAnnotations()), constants);
  }
}
