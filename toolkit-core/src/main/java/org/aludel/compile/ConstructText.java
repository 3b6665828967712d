package org.aludel.compile;

import org.aludel.sql.ConstructWriter;
import org.aludel.sql.Expression;

/** Where constructs of users write themselves. */
record ConstructText(OperationCompiler compiler) implements ConstructWriter {
  @Override
  public String dialect() {
    return compiler.text.dialect();
  }

  @Override
  public ConstructWriter sql(String part) {
    compiler.text.add(part);
    return this;
  }

  @Override
  public ConstructWriter name(String identifier) {
    compiler.text.add(compiler.quoter.quote(identifier));
    return this;
  }

  @Override
  public ConstructWriter write(Expression<?> expression) {
    compiler.write(expression);
    return this;
  }

  @Override
  public ConstructWriter operand(Expression<?> expression) {
    compiler.operand(expression, Precedence.ATOM);
    return this;
  }
}
