package shop;

import org.aludel.type.JavaTypes;
import org.aludel.type.PostgresTypes;
import org.aludel.type.SqlTypes;

/** Names the attributes of {@link shop.Address}. */
@javax.annotation.processing.Generated("org.aludel.processor")
@org.jspecify.annotations.NullUnmarked
@SuppressWarnings({"deprecation", "removal", "rawtypes", "unchecked", "serial", "overrides", "varargs", "this-escape", "cast"})
public final class AddressT extends org.aludel.orm.metamodel.EntityTable<shop.Address> {
  /** The table under its own name. */
  public static final AddressT ADDRESS = new AddressT(null);

  public final org.aludel.orm.metamodel.BasicAttribute<shop.Address, java.lang.Long> id = basic("id", "id", SqlTypes.BIGINT);

  public final UserReference user = new UserReference(this);

  private AddressT(java.lang.String alias) {
    super(shop.Address.class, new org.aludel.sql.TableName(null, "address"), alias);
  }

  /** The same table a second time in one statement. */
  public AddressT as(java.lang.String alias) {
    return new AddressT(alias);
  }

  @Override
  public java.util.List<org.aludel.sql.ColumnReference<?>> columnReferences() {
    return columns(id, user.id);
  }

  @Override
  public java.util.List<org.aludel.sql.JoinKey> joinKeys() {
    return keys(user);
  }

  /** The reference {@code user} and the columns of its key. */
  public static final class UserReference extends org.aludel.orm.metamodel.ToOne<shop.Address, shop.User> {
    public final org.aludel.orm.metamodel.KeyColumn<java.lang.Long> id = key("id", "user_id", "id", SqlTypes.BIGINT);

    private UserReference(AddressT table) {
      super(table, "user", shop.User.class, new org.aludel.sql.TableName("crm", "user_account"));
    }

    @Override
    public java.util.List<org.aludel.orm.metamodel.KeyColumn<?>> keyColumns() {
      return keys(id);
    }
  }
}
