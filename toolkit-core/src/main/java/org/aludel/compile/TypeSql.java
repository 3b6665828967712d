package org.aludel.compile;

import java.util.List;

/** The SQL that a type has round its values and columns. */
public final class TypeSql {
  private TypeSql() {}

  /**
   * The template with a part for its question mark.
   *
   * @throws org.aludel.error.CompileException UNSUPPORTED_STATEMENT for a template without exactly
   *     one question mark
   */
  public static String around(String template, String part) {
    List<String> pieces = FragmentSplitter.around(template);
    return pieces.get(0) + part + pieces.get(1);
  }
}
