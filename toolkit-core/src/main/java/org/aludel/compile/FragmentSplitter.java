package org.aludel.compile;

import java.util.ArrayList;
import java.util.List;
import org.aludel.error.CompileException;
import org.aludel.error.Problem;
import org.aludel.error.SqlCode;

/** Cuts SQL at its question marks, leaving those in quotes and the doubled ones alone. */
final class FragmentSplitter {
  private FragmentSplitter() {}

  /**
   * The two pieces round the only question mark.
   *
   * @throws CompileException UNSUPPORTED_STATEMENT for none or more than one
   */
  static List<String> around(String template) {
    List<String> pieces = split(template);
    if (pieces.size() != 2) {
      throw new CompileException(
          Problem.of(SqlCode.UNSUPPORTED_STATEMENT, "cannot write \"" + template + "\" of a type")
              .found((pieces.size() - 1) + " question marks")
              .expected("one, for the value or the column")
              .fix("correct withBindSql(…) or withColumnSql(…); ?? is an operator"));
    }
    return pieces;
  }

  /** The pieces between the question marks, one more than there are marks. */
  static List<String> split(String sql) {
    List<String> pieces = new ArrayList<>();
    StringBuilder piece = new StringBuilder();
    char quote = 0;
    for (int i = 0; i < sql.length(); i++) {
      char one = sql.charAt(i);
      if (quote != 0) {
        quote = one == quote ? 0 : quote;
      } else if (one == '\'' || one == '"') {
        quote = one;
      } else if (one == '?' && i + 1 < sql.length() && sql.charAt(i + 1) == '?') {
        // The driver itself turns the pair into one.
        piece.append('?');
        i++;
      } else if (one == '?') {
        pieces.add(piece.toString());
        piece.setLength(0);
        continue;
      }
      piece.append(one);
    }
    pieces.add(piece.toString());
    return pieces;
  }
}
