package shop;

import org.aludel.type.JavaTypes;
import org.aludel.type.PostgresTypes;
import org.aludel.type.SqlTypes;

/** Names the attributes of {@link shop.Country}. */
@javax.annotation.processing.Generated("org.aludel.processor")
@org.jspecify.annotations.NullUnmarked
@SuppressWarnings({"deprecation", "removal", "rawtypes", "unchecked", "serial", "overrides", "varargs", "this-escape", "cast"})
public final class CountryT extends org.aludel.orm.metamodel.EntityTable<shop.Country> {
  /** The table under its own name. */
  public static final CountryT COUNTRY = new CountryT(null);

  public final org.aludel.orm.metamodel.BasicAttribute<shop.Country, java.lang.String> code = basic("code", "code", SqlTypes.varchar(2));

  public final org.aludel.orm.metamodel.BasicAttribute<shop.Country, java.lang.String> name = basic("name", "name", SqlTypes.varchar(255));

  public final org.aludel.orm.metamodel.BasicAttribute<shop.Country, java.lang.Integer> people = basic("people", "people", SqlTypes.INTEGER);

  private CountryT(java.lang.String alias) {
    super(shop.Country.class, new org.aludel.sql.TableName(null, "country"), alias);
  }

  /** The same table a second time in one statement. */
  public CountryT as(java.lang.String alias) {
    return new CountryT(alias);
  }

  @Override
  public java.util.List<org.aludel.sql.ColumnReference<?>> columnReferences() {
    return columns(code, name, people);
  }
}
