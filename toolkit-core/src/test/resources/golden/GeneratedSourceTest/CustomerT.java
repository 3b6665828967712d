package shop;

import org.aludel.type.JavaTypes;
import org.aludel.type.PostgresTypes;
import org.aludel.type.SqlTypes;

/** Names the attributes of {@link shop.Customer}. */
@javax.annotation.processing.Generated("org.aludel.processor")
@org.jspecify.annotations.NullUnmarked
@SuppressWarnings({"deprecation", "removal", "rawtypes", "unchecked", "serial", "overrides", "varargs", "this-escape", "cast"})
public final class CustomerT extends org.aludel.orm.metamodel.EntityTable<shop.Customer> {
  /** The table under its own name. */
  public static final CustomerT CUSTOMER = new CustomerT(null);

  public final org.aludel.orm.metamodel.BasicAttribute<shop.Customer, java.lang.Long> id = basic("id", "id", SqlTypes.BIGINT);

  public final org.aludel.orm.metamodel.BasicAttribute<shop.Customer, java.lang.String> town = basic("town", "town", SqlTypes.varchar(255));

  public final org.aludel.orm.metamodel.ToMany<shop.Customer, shop.Customer> near = toManyBy("near", shop.Customer.class, new org.aludel.sql.TableName(null, "customer"), (owner, other) -> shop.Customer.near(shop.CustomerT.CUSTOMER.as(owner), shop.CustomerT.CUSTOMER.as(other)));

  public final org.aludel.orm.metamodel.ToOneInverse<shop.Customer, shop.Customer> twin = toOneBy("twin", shop.Customer.class, new org.aludel.sql.TableName(null, "customer"), (owner, other) -> shop.Customer.twin(shop.CustomerT.CUSTOMER.as(owner), shop.CustomerT.CUSTOMER.as(other)));

  private CustomerT(java.lang.String alias) {
    super(shop.Customer.class, new org.aludel.sql.TableName(null, "customer"), alias);
  }

  /** The same table a second time in one statement. */
  public CustomerT as(java.lang.String alias) {
    return new CustomerT(alias);
  }

  @Override
  public java.util.List<org.aludel.sql.ColumnReference<?>> columnReferences() {
    return columns(id, town);
  }
}
