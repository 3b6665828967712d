package shop;

import org.aludel.type.JavaTypes;
import org.aludel.type.PostgresTypes;
import org.aludel.type.SqlTypes;

/** Names the attributes of {@link lib.Account}. */
@javax.annotation.processing.Generated("org.aludel.processor")
@org.jspecify.annotations.NullUnmarked
@SuppressWarnings({"deprecation", "removal", "rawtypes", "unchecked", "serial", "overrides", "varargs", "this-escape", "cast"})
public final class AccountT extends org.aludel.orm.metamodel.EntityTable<lib.Account> {
  /** The table under its own name. */
  public static final AccountT ACCOUNT = new AccountT(null);

  public final org.aludel.orm.metamodel.BasicAttribute<lib.Account, java.lang.Long> id = basic("id", "id", SqlTypes.BIGINT);

  public final org.aludel.orm.metamodel.BasicAttribute<lib.Account, java.lang.String> name = basic("name", "name", SqlTypes.varchar(255));

  public final ParentReference parent = new ParentReference(this);

  public final LimitAttributes limit = new LimitAttributes();

  /** The members of {@code limit}. */
  public final class LimitAttributes {
    public final org.aludel.orm.metamodel.BasicAttribute<lib.Account, java.lang.Integer> amount = basic("limit.amount", "amount", SqlTypes.INTEGER);
    public final org.aludel.orm.metamodel.BasicAttribute<lib.Account, java.lang.String> currency = basic("limit.currency", "currency", SqlTypes.varchar(3));

    private LimitAttributes() {}
  }

  private AccountT(java.lang.String alias) {
    super(lib.Account.class, new org.aludel.sql.TableName(null, "account"), alias);
  }

  /** The same table a second time in one statement. */
  public AccountT as(java.lang.String alias) {
    return new AccountT(alias);
  }

  @Override
  public java.util.List<org.aludel.sql.ColumnReference<?>> columnReferences() {
    return columns(id, name, limit.amount, limit.currency, parent.id);
  }

  @Override
  public java.util.List<org.aludel.sql.JoinKey> joinKeys() {
    return keys(parent);
  }

  /** The reference {@code parent} and the columns of its key. */
  public static final class ParentReference extends org.aludel.orm.metamodel.ToOne<lib.Account, lib.Account> {
    public final org.aludel.orm.metamodel.KeyColumn<java.lang.Long> id = key("id", "parent_id", "id", SqlTypes.BIGINT);

    private ParentReference(AccountT table) {
      super(table, "parent", lib.Account.class, new org.aludel.sql.TableName(null, "account"), shop.AccountMapping__Orm::new);
    }

    @Override
    public java.util.List<org.aludel.orm.metamodel.KeyColumn<?>> keyColumns() {
      return keys(id);
    }
  }
}
