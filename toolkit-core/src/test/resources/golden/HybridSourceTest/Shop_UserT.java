package shop;

import org.aludel.type.JavaTypes;
import org.aludel.type.PostgresTypes;
import org.aludel.type.SqlTypes;

/** Names the attributes of {@link shop.Shop.User}. */
@javax.annotation.processing.Generated("org.aludel.processor")
@org.jspecify.annotations.NullUnmarked
@SuppressWarnings({"deprecation", "removal", "rawtypes", "unchecked", "serial", "overrides", "varargs", "this-escape", "cast"})
final class Shop_UserT extends org.aludel.orm.metamodel.EntityTable<shop.Shop.User> {
  /** The table under its own name. */
  public static final Shop_UserT USER = new Shop_UserT((java.lang.String) null);

  public final org.aludel.orm.metamodel.BasicAttribute<shop.Shop.User, java.lang.Long> id = basic("id", "id", SqlTypes.BIGINT);

  public final org.aludel.orm.metamodel.BasicAttribute<shop.Shop.User, java.lang.String> name = basic("name", "name", SqlTypes.varchar(255));

  private Shop_UserT(java.lang.String alias) {
    super(shop.Shop.User.class, new org.aludel.sql.TableName(null, "user"), alias);
  }

  /** The same table a second time in one statement. */
  public Shop_UserT as(java.lang.String alias) {
    return new Shop_UserT(alias);
  }

  private Shop_UserT(org.aludel.orm.metamodel.EntityTable<?> rows) {
    super(shop.Shop.User.class, rows);
  }

  /** Its attributes in the rows of a class below it. */
  public static Shop_UserT of(org.aludel.orm.metamodel.EntityTable<? extends shop.Shop.User> rows) {
    return new Shop_UserT(rows);
  }

  /** What the class says in SQL, of the rows of this source. */
  public org.aludel.sql.Expression<java.lang.String> label() {
    return shop.Shop.User.label(this);
  }

  /** What the class says in SQL, of the rows of this source. */
  org.aludel.sql.Predicate isOneOf(java.util.List<java.lang.String> some, java.lang.String... more) {
    return shop.Shop.User.isOneOf(this, some, more);
  }

  @Override
  public java.util.List<org.aludel.sql.ColumnReference<?>> columnReferences() {
    return columns(id, name);
  }
}
