package shop;

import org.aludel.type.JavaTypes;
import org.aludel.type.PostgresTypes;
import org.aludel.type.SqlTypes;

/** Names the attributes of {@link shop.User}. */
@javax.annotation.processing.Generated("org.aludel.processor")
@org.jspecify.annotations.NullUnmarked
@SuppressWarnings({"deprecation", "removal", "rawtypes", "unchecked", "serial", "overrides", "varargs", "this-escape", "cast"})
public final class UserT extends org.aludel.orm.metamodel.EntityTable<shop.User> {
  /** The table under its own name. */
  public static final UserT USER = new UserT(null);

  public final org.aludel.orm.metamodel.BasicAttribute<shop.User, java.lang.Long> id = basic("id", "id", SqlTypes.BIGINT);

  public final org.aludel.orm.metamodel.BasicAttribute<shop.User, java.lang.String> fullName = basic("fullName", "full_name", SqlTypes.varchar(30));

  public final org.aludel.orm.metamodel.BasicAttribute<shop.User, java.lang.Integer> visits = basic("visits", "visits", SqlTypes.INTEGER);

  public final org.aludel.orm.metamodel.ToMany<shop.User, shop.Address> addresses = toMany("addresses", shop.Address.class, new org.aludel.sql.TableName(null, "address"), key("Address.user", "user_id", "id"));

  private UserT(java.lang.String alias) {
    super(shop.User.class, new org.aludel.sql.TableName("crm", "user_account"), alias);
  }

  /** The same table a second time in one statement. */
  public UserT as(java.lang.String alias) {
    return new UserT(alias);
  }

  @Override
  public java.util.List<org.aludel.sql.ColumnReference<?>> columnReferences() {
    return columns(id, fullName, visits);
  }
}
