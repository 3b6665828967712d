package org.aludel.instrument;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which methods of a class do nothing but read one field of their object, or write it: known by
 * their compiled code, because a name such as {@code getTitle} promises nothing.
 *
 * <p>Immutable. Where no code is to be had, no method counts as an accessor.
 */
public final class AccessorFields {
  private static final int ALOAD_0 = 0x2a;
  private static final int GETFIELD = 0xb4;
  private static final int PUTFIELD = 0xb5;
  private static final int IRETURN = 0xac;
  private static final int ARETURN = 0xb0;
  private static final int RETURN = 0xb1;

  /** Loads of the first parameter: iload_1, lload_1, fload_1, dload_1, aload_1. */
  private static final int[] FIRST_PARAMETER = {0x1b, 0x1f, 0x23, 0x27, 0x2b};

  private static final int GETTER_LENGTH = 5;
  private static final int SETTER_LENGTH = 6;
  private static final int FLUENT_LENGTH = 7;

  private final Map<String, String> fields = new HashMap<>();

  /** The accessors that objects of a class have, inherited ones among them. */
  public AccessorFields(Class<?> type) {
    for (Class<?> each = type; each != null && each != Object.class; each = each.getSuperclass()) {
      read(each);
    }
  }

  /**
   * The field that a method alone reads or writes; null where it may do anything.
   *
   * @param method name and descriptor, such as {@code getTitle()Ljava/lang/String;}
   */
  public @Nullable String field(String method) {
    String field = fields.get(method);
    return field == null || field.isEmpty() ? null : field;
  }

  private void read(Class<?> type) {
    String name = type.getName();
    String file = name.substring(name.lastIndexOf('.') + 1) + ".class";
    try (InputStream code = type.getResourceAsStream(file)) {
      if (code != null) {
        // A method of a subclass hides that of the same name above it, accessor or not.
        ClassFile.read(new DataInputStream(code), (key, body) -> fields.putIfAbsent(key, body));
      }
    } catch (IOException error) {
      fields.replaceAll((key, field) -> "");
    }
  }

  /** The field of a body that is an accessor's; empty for any other. */
  static String accessed(byte[] code, ClassFile.Constants constants) {
    if (code.length < GETTER_LENGTH || at(code, 0) != ALOAD_0) {
      return "";
    }
    if (isGetter(code)) {
      return constants.fieldName(pair(code, 2));
    }
    return isSetter(code) ? constants.fieldName(pair(code, 3)) : "";
  }

  private static boolean isGetter(byte[] code) {
    return code.length == GETTER_LENGTH && at(code, 1) == GETFIELD && returns(at(code, 4));
  }

  private static boolean isSetter(byte[] code) {
    boolean puts = isFirstParameter(at(code, 1)) && at(code, 2) == PUTFIELD;
    boolean silent = code.length == SETTER_LENGTH && at(code, 5) == RETURN;
    boolean fluent =
        code.length == FLUENT_LENGTH && at(code, 5) == ALOAD_0 && at(code, 6) == ARETURN;
    return puts && (silent || fluent);
  }

  private static boolean returns(int instruction) {
    return instruction >= IRETURN && instruction <= ARETURN;
  }

  private static boolean isFirstParameter(int instruction) {
    for (int one : FIRST_PARAMETER) {
      if (one == instruction) {
        return true;
      }
    }
    return false;
  }

  private static int at(byte[] code, int index) {
    return code[index] & 0xff;
  }

  private static int pair(byte[] code, int index) {
    return at(code, index) << 8 | at(code, index + 1);
  }
}
