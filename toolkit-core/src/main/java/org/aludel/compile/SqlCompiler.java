package org.aludel.compile;

import org.aludel.error.CompileException;
import org.aludel.error.Problem;
import org.aludel.error.SqlCode;
import org.aludel.sql.TextStatement;

/**
 * Writes statements as the SQL that databases share; dialects override what differs. Keywords in
 * capitals, one space, no line breaks, so that equal statements give equal text. One instance a
 * statement; not thread-safe.
 */
public class SqlCompiler extends DmlCompiler {
  /**
   * @param dialect the lower-case name of the database
   * @param types what types mean in it
   */
  protected SqlCompiler(
      Structure structure, IdentifierQuoter quoter, String dialect, TypeResolver types) {
    super(structure, quoter, dialect, types);
  }

  @Override
  protected ExpressionCompiler expressionCompiler(IdentifierQuoter names) {
    return new ExpressionCompiler(text, names, this);
  }

  @Override
  public SqlText visitText(TextStatement<?> node) {
    int marks = FragmentSplitter.split(node.sql()).size() - 1;
    if (marks != node.binds().size()) {
      throw new CompileException(
          Problem.of(SqlCode.UNSUPPORTED_STATEMENT, "cannot run \"" + node.sql() + "\"")
              .found(node.binds().size() + " values")
              .expected(marks + ", one for each question mark")
              .fix("write ?? for a question mark that is an operator"));
    }
    text.add(node.sql());
    node.binds().forEach(text::slot);
    return text;
  }
}
