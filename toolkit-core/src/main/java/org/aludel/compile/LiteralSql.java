package org.aludel.compile;

import java.util.List;
import org.aludel.error.CompileException;
import org.aludel.error.Problem;
import org.aludel.error.SqlCode;
import org.aludel.type.SqlType;
import org.jspecify.annotations.Nullable;

/** Compiled statements with their values in place of the question marks. */
public final class LiteralSql {
  private LiteralSql() {}

  /** How one database writes values. */
  @FunctionalInterface
  public interface Writer {
    /** A value as a literal of its type. */
    <J> String write(SqlType<J> type, J value);
  }

  /**
   * The text that a server takes as it stands, without bind parameters.
   *
   * @param values of the bind nodes by ordinal, as {@link Structure#values()} has them
   * @param writer of single values
   * @throws org.aludel.error.MappingException UNSENDABLE_TEXT for a text that no server can hold
   */
  public static String of(
      CompiledStatement compiled, List<? extends @Nullable Object> values, Writer writer) {
    List<String> pieces = FragmentSplitter.split(compiled.sql());
    List<CompiledStatement.Slot> slots = compiled.slots();
    if (pieces.size() != slots.size() + 1) {
      throw new CompileException(
          Problem.of(
                  SqlCode.UNSUPPORTED_STATEMENT,
                  "cannot write values into \"" + compiled.sql() + "\"")
              .found(pieces.size() - 1 + " question marks, " + slots.size() + " values"));
    }
    StringBuilder text = new StringBuilder(single(pieces.get(0)));
    for (int i = 0; i < slots.size(); i++) {
      CompiledStatement.Slot slot = slots.get(i);
      Object value = values.get(slot.ordinal());
      text.append(
          literal(
              writer,
              slot.type(),
              slot.element() < 0 ? value : ((List<?>) value).get(slot.element())));
      text.append(single(pieces.get(i + 1)));
    }
    return text.toString();
  }

  private static <J> String literal(Writer writer, SqlType<J> type, @Nullable Object value) {
    if (value == null) {
      return "NULL";
    }
    @SuppressWarnings("unchecked") // whoever built the statement paired type and value
    J typed = (J) value;
    return writer.write(type, typed);
  }

  /** A question mark that is an operator is doubled for the driver alone; quoted ones never are. */
  private static String single(String piece) {
    StringBuilder text = new StringBuilder();
    char quote = 0;
    for (int i = 0; i < piece.length(); i++) {
      char one = piece.charAt(i);
      if (quote != 0) {
        quote = one == quote ? 0 : quote;
      } else if (one == '\'' || one == '"') {
        quote = one;
      } else if (one == '?') {
        i++;
      }
      text.append(one);
    }
    return text.toString();
  }
}
