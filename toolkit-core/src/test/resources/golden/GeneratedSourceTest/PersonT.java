package shop;

import org.aludel.type.JavaTypes;
import org.aludel.type.PostgresTypes;
import org.aludel.type.SqlTypes;

/** Names the attributes of {@link shop.Person}. */
@javax.annotation.processing.Generated("org.aludel.processor")
@org.jspecify.annotations.NullUnmarked
@SuppressWarnings({"deprecation", "removal", "rawtypes", "unchecked", "serial", "overrides", "varargs", "this-escape", "cast"})
public final class PersonT extends org.aludel.orm.metamodel.EntityTable<shop.Person> {
  /** The table under its own name. */
  public static final PersonT PERSON = new PersonT(null);

  public final org.aludel.orm.metamodel.BasicAttribute<shop.Person, java.lang.Long> id = basic("id", "id", SqlTypes.BIGINT);

  public final PlacesAttributes places = new PlacesAttributes(this);

  /** The elements of {@code places} and their attributes. */
  public static final class PlacesAttributes extends org.aludel.orm.metamodel.EmbeddedElements<shop.Person, shop.Person.Place> {
    public final org.aludel.sql.ColumnReference<java.lang.String> city = part("city", "city", SqlTypes.varchar(255));
    public final org.aludel.sql.ColumnReference<java.lang.Integer> floor = part("floor", "floor", SqlTypes.INTEGER);

    public final PlacesPointAttributes point = new PlacesPointAttributes();

    /** The members of {@code places.point}. */
    public final class PlacesPointAttributes {
      public final org.aludel.sql.ColumnReference<java.lang.Integer> x = part("point.x", "x", SqlTypes.INTEGER);
      public final org.aludel.sql.ColumnReference<java.lang.Integer> y = part("point.y", "y", SqlTypes.INTEGER);

      private PlacesPointAttributes() {}
    }

    private PlacesAttributes(PersonT table) {
      super(table, "places", new org.aludel.sql.TableName(null, "person_places"), java.util.List.of("person_id", "id"));
    }
  }

  private PersonT(java.lang.String alias) {
    super(shop.Person.class, new org.aludel.sql.TableName(null, "person"), alias);
  }

  /** The same table a second time in one statement. */
  public PersonT as(java.lang.String alias) {
    return new PersonT(alias);
  }

  @Override
  public java.util.List<org.aludel.sql.ColumnReference<?>> columnReferences() {
    return columns(id);
  }
}
