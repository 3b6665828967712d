package org.aludel.orm.mapping;

import java.util.Map;
import org.aludel.instrument.AnnotationValues;

/** The way out for each annotation that is refused. */
final class Remedies {
  private static final String REMOVE = "remove it: this version does not support it";
  private static final String FLATTEN =
      "declare its attributes in the entity, or inherit them from a @MappedSuperclass";
  private static final String INHERITANCE =
      "share attributes by a @MappedSuperclass, and map each class to a table of its own";
  private static final String ELEMENTS =
      "map the elements as an entity and refer to it by @OneToMany";
  private static final String QUERY = "write the statement with select(...) where it is used";
  private static final String CALLBACK =
      "call the method yourself before the object is added, changed or deleted";
  private static final String MAP = "use a List and build the map from it";
  private static final String ASSOCIATION =
      "map the table between as an entity with two @ManyToOne attributes";
  private static final String NO_CONTAINER = "remove it: a session is opened by its SessionFactory";

  private static final Map<String, String> BY_NAME =
      Map.ofEntries(
          Map.entry("OneToOne", "use @ManyToOne with @JoinColumn(unique = true)"),
          Map.entry("ManyToMany", ASSOCIATION),
          Map.entry("JoinTable", ASSOCIATION),
          Map.entry("Embedded", FLATTEN),
          Map.entry("Embeddable", FLATTEN),
          Map.entry("EmbeddedId", "declare several @Id attributes in the entity"),
          Map.entry("IdClass", "remove it: Session.get takes the id values in their order"),
          Map.entry("MapsId", "give the entity an id of its own and a unique foreign key"),
          Map.entry("AttributeOverride", FLATTEN),
          Map.entry("AttributeOverrides", FLATTEN),
          Map.entry("AssociationOverride", FLATTEN),
          Map.entry("AssociationOverrides", FLATTEN),
          Map.entry("Inheritance", INHERITANCE),
          Map.entry("DiscriminatorColumn", INHERITANCE),
          Map.entry("DiscriminatorValue", INHERITANCE),
          Map.entry("PrimaryKeyJoinColumn", INHERITANCE),
          Map.entry("PrimaryKeyJoinColumns", INHERITANCE),
          Map.entry("SecondaryTable", "map the second table as an entity of its own"),
          Map.entry("SecondaryTables", "map the second tables as entities of their own"),
          Map.entry("ElementCollection", ELEMENTS),
          Map.entry("CollectionTable", ELEMENTS),
          Map.entry("OrderColumn", "add an attribute for the position and use @OrderBy"),
          Map.entry("MapKey", MAP),
          Map.entry("MapKeyClass", MAP),
          Map.entry("MapKeyColumn", MAP),
          Map.entry("MapKeyEnumerated", MAP),
          Map.entry("MapKeyJoinColumn", MAP),
          Map.entry("MapKeyJoinColumns", MAP),
          Map.entry("MapKeyTemporal", MAP),
          Map.entry("Lob", "remove it: use @SqlType(\"text\") on a String, and byte[] as it is"),
          Map.entry("Temporal", "use the classes of java.time without the annotation"),
          Map.entry("Convert", "store a supported class and convert it in the accessors"),
          Map.entry("Converts", "store supported classes and convert them in the accessors"),
          Map.entry("Converter", "store a supported class and convert it in the accessors"),
          Map.entry("EnumeratedValue", "name the constants as they are stored"),
          Map.entry("TableGenerator", "use GenerationType.IDENTITY or SEQUENCE"),
          Map.entry("TableGenerators", "use GenerationType.IDENTITY or SEQUENCE"),
          Map.entry("Cacheable", "remove it: objects are cached by their session only"),
          Map.entry("EntityListeners", CALLBACK),
          Map.entry("ExcludeDefaultListeners", "remove it: there are no default listeners"),
          Map.entry("ExcludeSuperclassListeners", "remove it: there are no listeners"),
          Map.entry("PrePersist", CALLBACK),
          Map.entry("PostPersist", CALLBACK),
          Map.entry("PreUpdate", CALLBACK),
          Map.entry("PostUpdate", CALLBACK),
          Map.entry("PreRemove", CALLBACK),
          Map.entry("PostRemove", CALLBACK),
          Map.entry("PostLoad", CALLBACK),
          Map.entry("NamedQuery", QUERY),
          Map.entry("NamedQueries", QUERY),
          Map.entry("NamedNativeQuery", QUERY),
          Map.entry("NamedNativeQueries", QUERY),
          Map.entry("NamedStoredProcedureQuery", QUERY),
          Map.entry("NamedStoredProcedureQueries", QUERY),
          Map.entry("SqlResultSetMapping", QUERY),
          Map.entry("SqlResultSetMappings", QUERY),
          Map.entry("NamedEntityGraph", "give the statement loader options where it is used"),
          Map.entry("NamedEntityGraphs", "give the statements loader options where they are used"),
          Map.entry("PersistenceContext", NO_CONTAINER),
          Map.entry("PersistenceContexts", NO_CONTAINER),
          Map.entry("PersistenceUnit", NO_CONTAINER),
          Map.entry("PersistenceUnits", NO_CONTAINER),
          Map.entry("CreationTimestamp", "use @ServerDefault(sql = \"now()\")"),
          Map.entry("ColumnDefault", "use @ServerDefault(sql = \"...\")"),
          Map.entry("JdbcTypeCode", "use @SqlType(\"...\")"));

  private static final Map<String, String> BY_MEMBER =
      Map.ofEntries(
          Map.entry("catalog", "remove it: one database is mapped at a time; use schema"),
          Map.entry("options", "remove it: say it with the annotations of org.aludel.orm"),
          Map.entry("table", "map the second table as an entity of its own"),
          Map.entry("foreignKeyDefinition", "use @OnDelete, @OnUpdate and @Deferrable"),
          Map.entry("fetch", "remove it: an entity's columns are loaded together"));

  private Remedies() {}

  /** For an annotation that is refused as a whole. */
  static String of(AnnotationValues annotation) {
    if (annotation.packageName().startsWith("javax.")) {
      return "use the annotation of the same name in " + Words.JAKARTA;
    }
    return BY_NAME.getOrDefault(annotation.simpleName(), REMOVE);
  }

  /** For a member of an annotation that is honoured otherwise. */
  static String of(AnnotationValues annotation, String member) {
    return BY_MEMBER.getOrDefault(
        member, "leave \"" + member + "\" of " + annotation + " at its default");
  }
}
