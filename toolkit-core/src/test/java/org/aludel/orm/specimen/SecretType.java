package org.aludel.orm.specimen;

import org.aludel.type.SqlType;
import org.aludel.type.SqlTypes;
import org.aludel.type.UserType;

/** Text that the database keeps in another form than it is read in. */
public final class SecretType implements UserType<String> {
  private static final SqlType<String> TYPE =
      SqlTypes.TEXT.withBindSql("reverse(?::text)").withColumnSql("reverse(?)");

  @Override
  public SqlType<String> sqlType() {
    return TYPE;
  }
}
