package org.aludel.orm.mapping;

/** The names of the annotations that the mapping reads. */
final class Words {
  static final String JAKARTA = "jakarta.persistence";
  static final String OWN = "org.aludel.orm.annotation";

  static final String HYBRID = OWN + ".Hybrid";
  static final String COLUMN_PROPERTY = OWN + ".ColumnProperty";
  static final String QUERY_EXPRESSION = OWN + ".QueryExpression";

  static final String MAPS = OWN + ".Maps";

  static final String ENTITY = JAKARTA + ".Entity";
  static final String MAPPED_SUPERCLASS = JAKARTA + ".MappedSuperclass";
  static final String INHERITANCE = JAKARTA + ".Inheritance";
  static final String DISCRIMINATOR_COLUMN = JAKARTA + ".DiscriminatorColumn";
  static final String DISCRIMINATOR_VALUE = JAKARTA + ".DiscriminatorValue";
  static final String PRIMARY_KEY_JOIN_COLUMN = JAKARTA + ".PrimaryKeyJoinColumn";
  static final String PRIMARY_KEY_JOIN_COLUMNS = JAKARTA + ".PrimaryKeyJoinColumns";
  static final String TABLE = JAKARTA + ".Table";
  static final String ACCESS = JAKARTA + ".Access";
  static final String ID = JAKARTA + ".Id";
  static final String EMBEDDED_ID = JAKARTA + ".EmbeddedId";
  static final String ID_CLASS = JAKARTA + ".IdClass";
  static final String MAPS_ID = JAKARTA + ".MapsId";
  static final String GENERATED_VALUE = JAKARTA + ".GeneratedValue";
  static final String SEQUENCE_GENERATOR = JAKARTA + ".SequenceGenerator";
  static final String SEQUENCE_GENERATORS = JAKARTA + ".SequenceGenerators";
  static final String COLUMN = JAKARTA + ".Column";
  static final String LOB = JAKARTA + ".Lob";
  static final String BASIC = JAKARTA + ".Basic";
  static final String EMBEDDED = JAKARTA + ".Embedded";
  static final String EMBEDDABLE = JAKARTA + ".Embeddable";
  static final String ATTRIBUTE_OVERRIDE = JAKARTA + ".AttributeOverride";
  static final String ATTRIBUTE_OVERRIDES = JAKARTA + ".AttributeOverrides";
  static final String CONVERTS = JAKARTA + ".Converts";
  static final String ENUMERATED_VALUE = JAKARTA + ".EnumeratedValue";
  static final String CONVERT = JAKARTA + ".Convert";
  static final String ENUMERATED = JAKARTA + ".Enumerated";
  static final String VERSION = JAKARTA + ".Version";
  static final String TRANSIENT = JAKARTA + ".Transient";
  static final String MANY_TO_ONE = JAKARTA + ".ManyToOne";
  static final String ONE_TO_ONE = JAKARTA + ".OneToOne";
  static final String MANY_TO_MANY = JAKARTA + ".ManyToMany";
  static final String JOIN_TABLE = JAKARTA + ".JoinTable";
  static final String ONE_TO_MANY = JAKARTA + ".OneToMany";
  static final String JOIN_COLUMN = JAKARTA + ".JoinColumn";
  static final String JOIN_COLUMNS = JAKARTA + ".JoinColumns";
  static final String ORDER_BY = JAKARTA + ".OrderBy";
  static final String MAP_KEY = JAKARTA + ".MapKey";
  static final String ELEMENT_COLLECTION = JAKARTA + ".ElementCollection";
  static final String COLLECTION_TABLE = JAKARTA + ".CollectionTable";
  static final String ORDER_COLUMN = JAKARTA + ".OrderColumn";
  static final String MAP_KEY_COLUMN = JAKARTA + ".MapKeyColumn";
  static final String MAP_KEY_ENUMERATED = JAKARTA + ".MapKeyEnumerated";

  static final String SERVER_DEFAULT = OWN + ".ServerDefault";
  static final String CREATED_AT = OWN + ".CreatedAt";
  static final String UPDATED_AT = OWN + ".UpdatedAt";
  static final String COMPUTED = OWN + ".Computed";
  static final String IDENTITY_OPTIONS = OWN + ".IdentityOptions";
  static final String SQL_TYPE = OWN + ".SqlType";
  static final String JSON = OWN + ".Json";
  static final String STORED_AS = OWN + ".StoredAs";
  static final String TYPE_MAP = OWN + ".TypeMap";
  static final String PG_ENUM = OWN + ".PgEnum";
  static final String INDEX_DEF = OWN + ".IndexDef";
  static final String ON_DELETE = OWN + ".OnDelete";
  static final String ON_UPDATE = OWN + ".OnUpdate";
  static final String DEFERRED = OWN + ".Deferred";
  static final String DEFERRABLE = OWN + ".Deferrable";
  static final String JOIN_CONDITION = OWN + ".JoinCondition";
  static final String LOAD = OWN + ".Load";
  static final String POLYMORPHIC_LOAD = OWN + ".PolymorphicLoad";
  static final String VIEW_ONLY = OWN + ".ViewOnly";
  static final String RENAMED_FROM = OWN + ".RenamedFrom";
  static final String VIEW = OWN + ".View";
  static final String UNMANAGED = OWN + ".Unmanaged";

  private Words() {}
}
