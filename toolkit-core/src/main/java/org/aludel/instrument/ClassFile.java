package org.aludel.instrument;

import java.io.DataInputStream;
import java.io.IOException;
import java.util.function.BiConsumer;

/** As much of a compiled class as tells accessors from other methods. Source: JVMS 17 §4. */
final class ClassFile {
  private static final int MAGIC = 0xCAFEBABE;
  private static final int VERSION_BYTES = 4;
  private static final int CLASS_BYTES = 6;

  private ClassFile() {}

  /** The constants that names are taken from. */
  static final class Constants {
    private final String[] texts;
    private final int[] first;
    private final int[] second;

    private Constants(int size) {
      this.texts = new String[size];
      this.first = new int[size];
      this.second = new int[size];
    }

    /** The name of a field that an instruction refers to. */
    String fieldName(int reference) {
      return texts[first[second[reference]]];
    }
  }

  /** Gives each method that has a body, by name and descriptor, the field that it accesses. */
  static void read(DataInputStream in, BiConsumer<String, String> methods) throws IOException {
    if (in.readInt() != MAGIC) {
      throw new IOException("no class file");
    }
    in.skipNBytes(VERSION_BYTES);
    Constants constants = constants(in);
    in.skipNBytes(CLASS_BYTES);
    in.skipNBytes(2L * in.readUnsignedShort());
    members(in, constants, (key, field) -> {});
    members(in, constants, methods);
  }

  private static Constants constants(DataInputStream in) throws IOException {
    int size = in.readUnsignedShort();
    Constants constants = new Constants(size);
    for (int index = 1; index < size; index++) {
      int tag = in.readUnsignedByte();
      switch (tag) {
        case 1 -> constants.texts[index] = in.readUTF();
        case 3, 4 -> in.skipNBytes(4);
        case 5, 6 -> {
          in.skipNBytes(8);
          index++; // the only constants that count as two
        }
        case 7, 8, 16, 19, 20 -> constants.first[index] = in.readUnsignedShort();
        case 9, 10, 11, 12, 17, 18 -> {
          constants.first[index] = in.readUnsignedShort();
          constants.second[index] = in.readUnsignedShort();
        }
        case 15 -> in.skipNBytes(3);
        default -> throw new IOException("a constant of the unknown kind " + tag);
      }
    }
    return constants;
  }

  private static void members(
      DataInputStream in, Constants constants, BiConsumer<String, String> found)
      throws IOException {
    int members = in.readUnsignedShort();
    for (int member = 0; member < members; member++) {
      in.skipNBytes(2);
      String key = constants.texts[in.readUnsignedShort()];
      key += constants.texts[in.readUnsignedShort()];
      String accessed = "";
      int attributes = in.readUnsignedShort();
      for (int attribute = 0; attribute < attributes; attribute++) {
        boolean code = constants.texts[in.readUnsignedShort()].equals("Code");
        byte[] content = in.readNBytes(in.readInt());
        if (code) {
          accessed = AccessorFields.accessed(body(content), constants);
        }
      }
      found.accept(key, accessed);
    }
  }

  /** Behind the sizes of stack and locals, and its own length. */
  private static byte[] body(byte[] content) {
    int length = java.nio.ByteBuffer.wrap(content).getInt(4);
    return java.util.Arrays.copyOfRange(content, 8, 8 + length);
  }
}
