package org.aludel.type;

import org.aludel.error.Problem;
import org.aludel.error.SchemaCode;
import org.aludel.error.SchemaException;

/**
 * A database type and the Java class that stands for it. Immutable.
 *
 * @param name as written in DDL, in the server's short spelling and qualified where the type is not
 *     in the default schema: {@code varchar(30)}, {@code timestamptz}, {@code text[]}, {@code
 *     billing.mood}
 * @param javaType the class of values
 * @param codec how they cross JDBC
 */
public record SqlType<J>(String name, Class<J> javaType, ValueCodec<J> codec) {
  public SqlType {
    if (name.isBlank()) {
      throw new SchemaException(
          Problem.of(SchemaCode.INVALID_NAME, "cannot use a type without a name"));
    }
  }

  /** The same Java side under another DDL name, such as {@code varchar(30)} for {@code varchar}. */
  public SqlType<J> named(String ddlName) {
    return new SqlType<>(ddlName, javaType, codec);
  }

  /** The name without length and precision: {@code varchar} of {@code varchar(30)}. */
  public String baseName() {
    int open = name.indexOf('(');
    int close = name.indexOf(')', open + 1);
    return open < 0 || close < 0 ? name : name.substring(0, open) + name.substring(close + 1);
  }

  @Override
  public String toString() {
    return name;
  }
}
