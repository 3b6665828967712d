package org.aludel.orm.specimen;

import org.aludel.type.SqlType;
import org.aludel.type.SqlTypes;
import org.aludel.type.UserType;

/** Text without a limit. */
public final class TextType implements UserType<String> {
  @Override
  public SqlType<String> sqlType() {
    return SqlTypes.TEXT;
  }
}
