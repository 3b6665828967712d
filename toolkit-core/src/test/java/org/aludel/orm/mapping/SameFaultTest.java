package org.aludel.orm.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The annotation processor and the mapping at run time refuse the same classes in the same words:
 * one fault, the same code, the same way out.
 */
final class SameFaultTest {
  private static final FaultyClasses CLASSES = new FaultyClasses();
  private static final String WRITE_ONLY = "org.aludel.orm.collection.WriteOnlyCollection<User>";

  static Stream<Arguments> faults() {
    return Stream.of(
            ofClasses(),
            ofHierarchies(),
            ofRecords(),
            ofTablesOfHierarchies(),
            ofAttributes(),
            ofWriteOnly(),
            ofEmbedded(),
            ofAssociations(),
            ofElements(),
            ofPositions(),
            ofConverters(),
            ofOwnTypes(),
            ofMakers(),
            ofColumns(),
            ofKeys(),
            ofMirrors(),
            ofTables(),
            ofComposed(),
            IdFaults.all(),
            ConversionFaults.all(),
            HybridFaults.all(),
            JoinConditionFaults.all(),
            MapsFaults.all(),
            ColumnPropertyFaults.all())
        .flatMap(each -> each);
  }

  private static Stream<Arguments> ofComposed() {
    String composed =
        "@java.lang.annotation.Retention(java.lang.annotation.RetentionPolicy.RUNTIME)"
            + " public @interface %s { %s String column() default \"\"; } ";
    String one = String.format(composed, "One", "@Column(length = 3)");
    String two = String.format(composed, "Two", "@Column(length = 4)");
    return Stream.of(
        fault("@Column of both @One and @Two", entity("", one + two + "@One @Two String x;")),
        fault("@Column(length) on a column of", entity("", one + "@One private int x;")),
        fault(
            "@Column(table = t)",
            entity(
                "", String.format(composed, "One", "@Column(table = \"t\")") + "@One String x;")),
        fault(
            "@PostLoad on a method that cannot be called back",
            entity("", String.format(composed, "One", "@PostLoad") + "@One static void x() {}")));
  }

  private static Stream<Arguments> ofMakers() {
    return Stream.of(
            new String[] {
              "@GeneratedValue on a column of type varchar(20)",
              "@Id @GeneratedValue @Column(length = 20) private String x;"
            },
            new String[] {
              "@GeneratedValue by IDENTITY on a column of type uuid",
              "@Id @GeneratedValue(strategy = GenerationType.IDENTITY) private UUID x;"
            },
            new String[] {"@GeneratedValue without @Id", "@GeneratedValue private Long x;"},
            new String[] {
              "more than one of @GeneratedValue",
              "@Computed(\"1\") @ServerDefault(sql = \"1\") private Long x;"
            },
            new String[] {
              "more than one of @GeneratedValue", "@CreatedAt @UpdatedAt private Instant x;"
            },
            new String[] {
              "@CreatedAt on an attribute of java.lang.Long", "@CreatedAt private Long x;"
            },
            new String[] {"@UpdatedAt together with @Id", "@Id @UpdatedAt private Instant x;"},
            new String[] {"@IdentityOptions without", "@IdentityOptions private Long x;"},
            new String[] {
              "@Version on an attribute of java.lang.String", "@Version private String x;"
            },
            new String[] {
              "the system column \"xmin\", which is no long", "@Version private int xmin;"
            },
            new String[] {
              "2 attributes marked @Version", "@Version private int x; @Version private long y;"
            })
        .map(pair -> fault(pair[0], entity("", pair[1])));
  }

  private static Stream<Arguments> ofColumns() {
    return Stream.of(
            new String[] {"length = 0", "@Column(length = 0) private String x;"},
            new String[] {"length = -1", "@Column(length = -1) private String x;"},
            new String[] {"precision = 0, scale = 2", "@Column(scale = 2) private BigDecimal x;"},
            new String[] {
              "precision = 2, scale = 3", "@Column(precision = 2, scale = 3) private BigDecimal x;"
            },
            new String[] {"precision = 1001", "@Column(precision = 1001) private BigDecimal x;"},
            new String[] {
              "@Column(length) on a column of type integer", "@Column(length = 3) private int x;"
            },
            new String[] {
              "@Column(scale) on a column of type varchar", "@Column(scale = 3) private String x;"
            },
            new String[] {
              "@Column(precision) on a column of type timestamptz",
              "@Column(precision = 3) private Instant x;"
            },
            new String[] {
              "both @SqlType and columnDefinition",
              "@SqlType(\"text\") @Column(columnDefinition = \"text\") private String x;"
            },
            new String[] {
              "an enum annotation on java.lang.String", "@Enumerated private String x;"
            },
            new String[] {
              "remove @Enumerated: @PgEnum stores",
              "public enum E { A } @PgEnum @Enumerated(EnumType.STRING) private E x;"
            },
            new String[] {
              "remove columnDefinition: @PgEnum stores",
              "public enum E { A } @PgEnum @Column(columnDefinition = \"e\") private E x;"
            },
            new String[] {
              "@ServerDefault with neither of the members", "@ServerDefault private String x;"
            },
            new String[] {
              "@ServerDefault with both members",
              "@ServerDefault(sql = \"1\", literal = \"1\") private String x;"
            },
            new String[] {"@Id on an attribute of java.math.BigDecimal", "@Id BigDecimal x;"},
            new String[] {"Instant for OffsetDateTime", "@Id OffsetDateTime x;"})
        .map(pair -> fault(pair[0], entity("", pair[1])));
  }

  private static Stream<Arguments> ofKeys() {
    return Stream.of(
            new String[] {
              "@GeneratedValue on a @ManyToOne attribute",
              "@GeneratedValue @ManyToOne private User x;"
            },
            new String[] {"@OrderBy on a column's attribute", "@OrderBy private int x;"},
            new String[] {
              "@Column on a @OneToMany attribute",
              "@Column @OneToMany(mappedBy=\"y\") List<User> x;"
            },
            new String[] {
              "@ManyToOne together with @OneToMany", "@ManyToOne @OneToMany private User x;"
            },
            new String[] {
              "@OneToOne together with @OneToMany", "@OneToOne @OneToMany private User x;"
            },
            new String[] {
              "@JoinColumn on a @OneToOne(mappedBy) attribute",
              "@OneToOne(mappedBy = \"y\") @JoinColumn private User x;"
            },
            new String[] {
              "@Load on a @OneToOne(mappedBy)",
              "@OneToOne(mappedBy = \"y\") @Load(Load.Strategy.RAISE) private User x;"
            })
        .map(pair -> fault(pair[0], entity("", pair[1])));
  }

  private static Stream<Arguments> ofMirrors() {
    String other =
        "@Entity public class Above { @Id private Long id; @ManyToOne private Above one;"
            + " @ManyToOne private User user; }";
    String two =
        "@Entity public class Above { @Id private Long a; @Id @Column(name = \"bb\") private Long"
            + " b; }";
    return Stream.of(
            new String[] {
              "@JoinColumn on a @OneToMany attribute",
              "@OneToMany(mappedBy = \"user\") @JoinColumn private List<Above> x;",
              other
            },
            new String[] {
              "the column \"user_id\", in which \"shop.Above.mine\" is stored too",
              "@OneToMany @JoinColumn private List<Above> x;",
              "@Entity public class Above { @Id Long id; @Column(name = \"user_id\") Long mine; }"
            },
            new String[] {
              "mappedBy = \"usr\", did you mean \"user\"?",
              "@OneToOne(mappedBy = \"usr\") private Above x;",
              other.replace("@ManyToOne", "@OneToOne")
            },
            new String[] {
              "mappedBy = \"user\"", "@OneToOne(mappedBy = \"user\") private Above x;", other
            },
            new String[] {
              "mappedBy = \"usr\", did you mean \"user\"?",
              "@OneToMany(mappedBy = \"usr\") private List<Above> x;",
              other
            },
            new String[] {
              "whose class is \"shop.User\"",
              "@OneToMany(mappedBy = \"one\") private List<Above> x;",
              other
            },
            new String[] {
              "a second attribute with mappedBy = \"user\"",
              "@OneToMany(mappedBy = \"user\") private List<Above> x;"
                  + " @OneToMany(mappedBy = \"user\") private Set<Above> y;",
              other
            },
            new String[] {
              "1 join columns", "@ManyToOne @JoinColumn(name = \"q\") private Above x;", two
            },
            new String[] {
              "none of which refers to \"bb\"",
              "@ManyToOne @JoinColumn(name = \"q\", referencedColumnName = \"a\")"
                  + " @JoinColumn(name = \"r\", referencedColumnName = \"b\") private Above x;",
              two
            })
        .map(
            row ->
                row.length == 2
                    ? fault(row[0], entity("", row[1]))
                    : fault(row[0], entity("", row[1]), row[2]));
  }

  private static Stream<Arguments> ofTables() {
    String index = "@Table(indexes = @Index(columnList = \"%s\"))";
    return Stream.of(
            new String[] {
              "the column \"name\", in which \"shop.User.x\" is stored too",
              "",
              "@Column(name = \"name\") private String x; private String name;"
            },
            new String[] {
              "the column \"one\", in which \"shop.User.x\" is stored too",
              "",
              "@ManyToOne @JoinColumn(name = \"one\") private User x;"
                  + " @ManyToOne @JoinColumn(name = \"one\") private User y;"
            },
            new String[] {
              "add insertable = false, updatable = false to one of them",
              "",
              "private Long bossId; @ManyToOne private User boss;"
            },
            new String[] {
              "the index column \"nmae\", did you mean \"name\"?",
              String.format(index, "nmae DESC"),
              "private String name;"
            },
            new String[] {
              "the index column \"lower(name)\"",
              String.format(index, "lower(name) DESC NULLS LAST"),
              "private String name;"
            },
            new String[] {
              "the index term \"name sideways\"",
              String.format(index, "id, name sideways"),
              "private String name;"
            },
            new String[] {
              "the unique column \"fullName\"",
              "@Table(uniqueConstraints = @UniqueConstraint(columnNames = \"fullName\"))",
              "private String fullName;"
            },
            new String[] {
              "a column of the table: id, full_name, boss_id",
              "@IndexDef(columns = \"boss\")",
              "private String fullName; @ManyToOne private User boss;"
            },
            new String[] {
              "the index column \"x2\"", "", "@IndexDef(include = \"x2\") private String x;"
            },
            new String[] {
              "@IndexDef with columns and keys",
              "",
              "@IndexDef(columns = \"x\", keys = @IndexDef.Key(column = \"x\")) private String x;"
            },
            new String[] {"@IndexDef with no keys", "@IndexDef", "private String x;"})
        .map(row -> fault(row[0], entity(row[1], row[2])));
  }

  private static String entity(String annotations, String members) {
    boolean own = members.contains("@Id ") && !members.contains("@ManyToOne");
    String id = own ? "" : "@Id private Long id; ";
    return "@Entity " + annotations + " public class User { " + id + members + "}";
  }

  private static Stream<Arguments> ofClasses() {
    String id = " public class User { @Id private Long id; }";
    String generated =
        "@Entity public class User { @Id @GeneratedValue(strategy = GenerationType.%s)"
            + " private Long id; }";
    String above = "@Entity public class User extends Above { @Id private Long id; }";
    return Stream.of(
        fault(
            "@OrderColumn together with elements in a hierarchy",
            entity("@Inheritance", "@OneToMany @JoinColumn @OrderColumn private List<User> x;")),
        fault("NO-ID", "@Entity public class User {}"),
        fault("NO-ID", "@Entity public class User { @Id private static Long id; int a; }"),
        fault("NO-ID", "@Entity public class User { @Id private transient Long id; int a; }"),
        fault("NO-ID", "@Entity public class User { @Id @Transient private Long id; int a; }"),
        fault("@NamedQuery", "@Entity @NamedQuery(name = \"x\", query = \"y\")" + id),
        fault("@SecondaryTable", "@Entity @SecondaryTable(name = \"x\")" + id),
        fault("@Access(PROPERTY)", "@Entity @Access(AccessType.PROPERTY)" + id),
        fault("@Table(catalog = c)", "@Entity @Table(catalog = \"c\")" + id),
        fault(
            "@Index(options = x)",
            "@Entity @Table(indexes = @Index(columnList = \"id\", options = \"x\"))" + id),
        fault("strategy = TABLE", String.format(generated, "TABLE")),
        fault("GenerationType.UUID on a column of type bigint", String.format(generated, "UUID")),
        fault("an inner class", "@Entity public enum User { A }"),
        fault("an inner class", "@Entity public interface User {}"),
        fault("on an attribute of byte[]", "@Entity public class User { @Id private byte[] id; }"),
        fault("on an attribute of double", "@Entity public class User { @Id private double id; }"),
        fault(
            "attribute of java.lang.Float", "@Entity public class User { @Id private Float id; }"),
        fault("an attribute of int[]", "@Entity public class User { @Id private int[] id; }"),
        fault("mapping annotations in", above, "public class Above { @Column private int a; }"),
        fault(
            "of the same name as one of \"shop.Above\"",
            "@Entity public class User extends Above { @Id private Long id; private int name; }",
            "@MappedSuperclass public class Above {"
                + " @Column(name = \"other\") private String name; }"),
        fault(
            "of the type variable T, which \"shop.User\" leaves open",
            "@SuppressWarnings(\"rawtypes\") @Entity public class User extends Above {"
                + " @Id private Long id; }",
            "@MappedSuperclass public class Above<T> { private T name; }"),
        fault(
            "of the type variable V, which \"shop.User\" leaves open",
            "@Entity public class User<V> extends Above<V> { @Id private Long id; }",
            "@MappedSuperclass public class Above<T> { @OneToMany private List<T> names; }"),
        fault(
            "@TypeMap with shop.User.T",
            "@Entity @org.aludel.orm.annotation.TypeMap(User.T.class) public class User {"
                + " @Id private Long id;"
                + " abstract static class T implements org.aludel.type.UserType<String> {} }"),
        fault(
            "@Lob on an attribute of long",
            above,
            "@MappedSuperclass public class Above { @Lob private long number; }"),
        fault(
            "@PostLoad on a method that cannot be called back",
            above,
            "@MappedSuperclass class Above {@PostLoad static void x() {}}"));
  }

  private static Stream<Arguments> ofRecords() {
    return Stream.of(
        fault(
            "a @ManyToOne attribute in an entity that is a record",
            "@Entity public record User(@Id long id, @ManyToOne User above) {}"),
        fault(
            "a @OneToMany attribute in an entity that is a record",
            "@Entity public record User(@Id long id, @OneToMany List<User> below) {}"),
        fault(
            "an embedded attribute in an entity that is a record",
            "@Entity public record User(@Id long id, In in) {"
                + " @Embeddable public record In(int a) {} }"),
        fault(
            "@Version in an entity that is a record",
            "@Entity public record User(@Id long id, @Version int version) {}"),
        fault(
            "@GeneratedValue in an entity that is a record",
            "@Entity public record User(@Id @GeneratedValue Long id) {}"),
        fault(
            "a deferred attribute in an entity that is a record",
            "@Entity public record User(@Id long id, @Deferred String text) {}"),
        fault(
            "@Transient in an entity that is a record",
            "@Entity public record User(@Id long id, @Transient String text) {}"),
        fault("without an attribute marked @Id", "@Entity public record User(long id) {}"));
  }

  private static Stream<Arguments> ofHierarchies() {
    String above = "@Entity public class Above { @Id private Long id; }";
    String numbered =
        "@Entity @DiscriminatorColumn(discriminatorType = DiscriminatorType.%s)"
            + " public abstract class Above { @Id private Long id; }";
    String below = "public class User extends Above {}";
    return Stream.of(
        fault("@View on a class that extends", "@Entity @View " + below, above),
        fault(
            "@GeneratedValue in a class that is marked @View",
            "@Entity @View public class User { @Id @GeneratedValue private Long id; }"),
        fault(
            "@UpdatedAt in a class that is marked @View",
            "@Entity @View public class User { @Id Long id; @UpdatedAt private Instant x; }"),
        fault("@Inheritance on a class", "@Entity @Inheritance " + below, above),
        fault(
            "@PolymorphicLoad on a class that extends no entity",
            "@Entity @PolymorphicLoad(PolymorphicLoad.When.LAZY) public class User {"
                + " @Id private Long id; }"),
        fault(
            "@PolymorphicLoad on a @MappedSuperclass",
            "@Entity " + below,
            "@MappedSuperclass @PolymorphicLoad(PolymorphicLoad.When.LAZY) public class Above {"
                + " @Id private Long id; }"),
        fault("@DiscriminatorColumn on a", "@Entity @DiscriminatorColumn " + below, above),
        fault("whose table it shares", "@Entity @Table(name = \"x\") " + below, above),
        fault("@Id on a class", "@Entity public class User extends Above { @Id Long x; }", above),
        fault(
            "@Version on a class",
            "@Entity public class User extends Above { @Version private int x; }",
            above),
        fault(
            "@DiscriminatorValue on an abstract",
            "@Entity @DiscriminatorValue(\"x\") public abstract class User extends Above {}",
            above),
        fault(
            "@Inheritance on a @MappedSuperclass",
            "@Entity " + below,
            "@MappedSuperclass @Inheritance public class Above { @Id private Long id; }"),
        fault("@DiscriminatorValue(\"\")", "@Entity @DiscriminatorValue(\"\") " + below, above),
        fault(
            "of type CHAR",
            "@Entity @DiscriminatorValue(\"xy\") " + below,
            String.format(numbered, "CHAR")),
        fault(
            "of type INTEGER",
            "@Entity @DiscriminatorValue(\"x\") " + below,
            String.format(numbered, "INTEGER")),
        fault("no @DiscriminatorValue", "@Entity " + below, String.format(numbered, "INTEGER")));
  }

  private static Stream<Arguments> ofTablesOfHierarchies() {
    String above = "@Entity public class Above { @Id private Long id; }";
    String below = "public class User extends Above {}";
    return Stream.of(
        fault(
            "ids by IDENTITY",
            "@Entity @Inheritance(strategy = InheritanceType.TABLE_PER_CLASS) public class User {"
                + " @Id @GeneratedValue private Long id; }"),
        fault(
            "@DiscriminatorValue on a class of a hierarchy whose tables",
            "@Entity @DiscriminatorValue(\"x\") " + below,
            "@Entity @Inheritance(strategy = InheritanceType.JOINED) public class Above {"
                + " @Id private Long id; }"),
        fault(
            "@DiscriminatorColumn on a class of a hierarchy whose tables",
            "@Entity @Inheritance(strategy = InheritanceType.TABLE_PER_CLASS)"
                + " @DiscriminatorColumn public class User { @Id private Long id; }"),
        fault(
            "@PrimaryKeyJoinColumn on a class without a row in a table above it",
            "@Entity @PrimaryKeyJoinColumn(name = \"x\") " + below,
            above),
        fault(
            "2 @PrimaryKeyJoinColumn",
            "@Entity @PrimaryKeyJoinColumn(name = \"x\") @PrimaryKeyJoinColumn(name = \"y\") "
                + below,
            "@Entity @Inheritance(strategy = InheritanceType.JOINED) public class Above {"
                + " @Id private Long id; }"),
        fault(
            "the system column \"xmin\" of joined tables",
            "@Entity @Inheritance(strategy = InheritanceType.JOINED) public class User {"
                + " @Id private Long id; @Version private long xmin; }"));
  }

  private static Stream<Arguments> ofWriteOnly() {
    return Stream.of(
            new String[] {
              "@OrderBy on a WriteOnlyCollection",
              "@ManyToMany @OrderBy(\"id\") private " + WRITE_ONLY + " x;"
            },
            new String[] {
              "fetch = EAGER on a WriteOnlyCollection",
              "@ManyToMany(fetch = FetchType.EAGER) private " + WRITE_ONLY + " x;"
            },
            new String[] {
              "cascade = REMOVE on a WriteOnlyCollection",
              "@ManyToMany(cascade = CascadeType.ALL) private " + WRITE_ONLY + " x;"
            },
            new String[] {
              "a @OneToMany without mappedBy on a WriteOnlyCollection",
              "@OneToMany @JoinColumn(name = \"up\") private " + WRITE_ONLY + " x;"
            },
            new String[] {
              "an attribute of org.aludel.orm.collection.WriteOnlyCollection",
              "private " + WRITE_ONLY + " x;"
            })
        .map(
            pair ->
                fault(
                    pair[0], "@Entity public class User { @Id private Long id; " + pair[1] + "}"));
  }

  private static Stream<Arguments> ofAttributes() {
    return Stream.of(
            new String[] {"@Lob on an attribute of java.time.Instant", "@Lob private Instant x;"},
            new String[] {"@Temporal", "@Temporal(TemporalType.DATE) private Date x;"},
            new String[] {"@Column(table = t)", "@Column(table = \"t\") private String x;"},
            new String[] {
              "@Basic(fetch = LAZY) on a version",
              "@Basic(fetch = FetchType.LAZY) @Version private int x;"
            },
            new String[] {"@Access(PROPERTY)", "@Access(AccessType.PROPERTY) private String x;"},
            new String[] {"@Id on a method", "private int x; @Id public int getX() { return x; }"},
            new String[] {"@Version on a method", "private int x; @Version int x() { return x; }"},
            new String[] {"a final field", "private final int x = 1;"},
            new String[] {"an attribute of java.util.Map", "private Map<String, Integer> x;"},
            new String[] {"attribute of java.util.Optional", "private Optional<String> x;"},
            new String[] {
              "an attribute of shop.User.In", "public static class In {} private In x;"
            },
            new String[] {"the target \"java.lang.String\"", "@ManyToOne private String x;"},
            new String[] {
              "the target \"java.lang.String\"",
              "@OneToMany(mappedBy=\"y\") private List<String> x;"
            },
            new String[] {"without mappedBy", "@OneToMany private List<User> x;"},
            new String[] {
              "of java.util.Map", "@OneToMany(mappedBy=\"x\") private Map<Long, User> x;"
            },
            new String[] {
              "@MapKey on an attribute of java.util.List",
              "@ManyToOne private User y;"
                  + " @OneToMany(mappedBy=\"y\") @MapKey private List<User> x;"
            },
            new String[] {
              "@MapKey(name = \"nam\")",
              "private String name; @ManyToOne private User y;"
                  + " @OneToMany(mappedBy=\"y\") @MapKey(name=\"nam\") private Map<String, User> x;"
            },
            new String[] {
              "keys of java.lang.Long",
              "private String name; @ManyToOne private User y;"
                  + " @OneToMany(mappedBy=\"y\") @MapKey(name=\"name\") private Map<Long, User> x;"
            })
        .map(
            pair ->
                fault(
                    pair[0], "@Entity public class User { @Id private Long id; " + pair[1] + "}"));
  }

  private static Stream<Arguments> ofAssociations() {
    return Stream.of(
            new String[] {"a @ManyToMany attribute of long", "@ManyToMany private long x;"},
            new String[] {"the target \"java.lang.String\"", "@ManyToMany private List<String> x;"},
            new String[] {
              "a @ManyToMany attribute of \"shop.User\"",
              "@ManyToMany(mappedBy = \"y\") private List<User> x;"
            },
            new String[] {
              "@JoinTable together with mappedBy",
              "@ManyToMany private List<User> y;"
                  + " @JoinTable @ManyToMany(mappedBy = \"y\") private List<User> x;"
            },
            new String[] {
              "2 join columns",
              "@JoinTable(joinColumns = {@JoinColumn(name = \"a\"), @JoinColumn(name = \"b\")})"
                  + " @ManyToMany private List<User> x;"
            },
            new String[] {
              "none of which refers to \"id\"",
              "@JoinTable(inverseJoinColumns = @JoinColumn(referencedColumnName = \"b\"))"
                  + " @ManyToMany private List<User> x;"
            },
            new String[] {
              "orphanRemoval together with @JoinTable",
              "@JoinTable @OneToMany(orphanRemoval = true) private List<User> x;"
            },
            new String[] {
              "@ViewOnly together with mappedBy",
              "@ViewOnly @ManyToMany(mappedBy = \"y\") private List<User> x;"
            },
            new String[] {
              "@ViewOnly together with cascade",
              "@ViewOnly @ManyToMany(cascade = CascadeType.ALL) private List<User> x;"
            },
            new String[] {"@ViewOnly on a @ManyToOne", "@ViewOnly @ManyToOne private User x;"},
            new String[] {"@JoinTable on a @ManyToOne", "@JoinTable @ManyToOne private User x;"},
            new String[] {
              "a @OneToMany attribute of long", "@JoinTable @OneToMany private long x;"
            },
            new String[] {
              "@JoinTable(catalog = c)",
              "@JoinTable(catalog = \"c\") @ManyToMany private List<User> x;"
            },
            new String[] {
              "@JoinColumn on a @ManyToMany attribute",
              "@JoinColumn @ManyToMany private List<User> x;"
            })
        .map(
            pair ->
                fault(
                    pair[0], "@Entity public class User { @Id private Long id; " + pair[1] + "}"));
  }

  private static Stream<Arguments> ofPositions() {
    return Stream.of(
            "@OrderColumn together with mappedBy |"
                + " @ManyToMany(mappedBy = \"y\") @OrderColumn private List<User> x;"
                + " @ManyToMany private List<User> y;",
            "@OrderColumn together with @OrderBy |"
                + " @OneToMany @JoinColumn @OrderColumn @OrderBy private List<User> x;",
            "@OrderColumn on an attribute of java.util.Set |"
                + " @OneToMany @JoinColumn @OrderColumn private Set<User> x;",
            "@OrderColumn together with @OrderBy |"
                + " @ManyToMany @OrderColumn @OrderBy private List<User> x;",
            "@OrderColumn on an attribute of java.util.Set |"
                + " @ManyToMany @OrderColumn private Set<User> x;")
        .map(row -> row.split(" \\| ", 2))
        .map(pair -> fault(pair[0], entity("", pair[1])));
  }

  private static Stream<Arguments> ofElements() {
    return Stream.of(
            "an @ElementCollection attribute of long | private long x;",
            "an @ElementCollection attribute of | private List<List<String>> x;",
            "an embedded attribute of shop.User.In | private List<In> x;"
                + " @Embeddable public static class In { int a; In(int a) {} }",
            "@Column on an @ElementCollection of an @Embeddable |"
                + " @Column(name = \"c\") private List<In> x;"
                + " @Embeddable public static class In { int a; }",
            "@CreatedAt in the @Embeddable class of elements | private List<In> x;"
                + " @Embeddable public static class In { @CreatedAt Instant a; }",
            "@Column(unique = ...) in the @Embeddable class of elements | private Set<In> x;"
                + " @Embeddable public static class In { @Column(unique = true) int a; }",
            "@AttributeOverride(name = \"a\") | @AttributeOverride(name = \"a\","
                + " column = @Column(name = \"c\")) private Map<String, In> x;"
                + " @Embeddable public static class In { int a; }",
            "@AttributeOverride(name = \"b\") | @AttributeOverride(name = \"b\","
                + " column = @Column(name = \"c\")) private List<In> x;"
                + " @Embeddable public static class In { int a; }",
            "@ManyToOne in an embeddable | private List<In> x;"
                + " @Embeddable public static class In { @ManyToOne User a; }",
            "@AttributeOverride on an @ElementCollection | @AttributeOverride(name = \"b\","
                + " column = @Column(name = \"c\")) private List<String> x;",
            "an @ElementCollection attribute of | private Map<Object, String> x;",
            "an attribute of java.lang.Object | private List<Object> x;",
            "@OrderColumn on an attribute of java.util.Set | @OrderColumn private Set<String> x;",
            "@MapKeyColumn on an attribute of | @MapKeyColumn private List<String> x;",
            "@MapKeyEnumerated on an attribute | @MapKeyEnumerated private Set<String> x;",
            "@Column(unique = ...) on an @ElementCollection |"
                + " @Column(unique = true) private Set<String> x;",
            "@OrderColumn(nullable = false) | @OrderColumn(nullable = false) private List<String>"
                + " x;",
            "@CollectionTable(catalog = c) |"
                + " @CollectionTable(catalog = \"c\") private List<String> x;",
            "@OneToMany together with @ElementCollection |"
                + " @OneToMany @ElementCollection private List<User> x;",
            "2 join columns | @CollectionTable(joinColumns = {@JoinColumn(name = \"a\"),"
                + " @JoinColumn(name = \"b\")}) private List<String> x;",
            "@CollectionTable on a column's | @CollectionTable @Basic private String x;")
        .map(row -> row.split(" \\| ", 2))
        .map(
            pair -> {
              boolean said = pair[1].contains("@ElementCollection") || pair[1].contains("@Basic");
              String members = (said ? "" : "@ElementCollection ") + pair[1];
              return fault(pair[0], entity("", members));
            });
  }

  private static Stream<Arguments> ofEmbedded() {
    return Stream.of(
            new String[] {"an embedded attribute of shop.User", "@Embedded private User x;"},
            new String[] {
              "an embedded attribute of shop.User.In",
              "@Embeddable public static class In { int a; In(int a) {} } private In x;"
            },
            new String[] {
              "an embedded attribute of shop.User.In",
              "@Embeddable public record In<T>(int a) {} private In<String> x;"
            },
            new String[] {
              "the embeddable \"shop.User.In\" inside itself",
              "@Embeddable public static class In { private In in; int a; } private In x;"
            },
            new String[] {
              "@ManyToOne in an embeddable",
              "@Embeddable public static class In { @ManyToOne private User u; } private In x;"
            },
            new String[] {
              "@Id in an embeddable", "@Embeddable public record In(@Id int a) {} private In x;"
            },
            new String[] {
              "a final field",
              "@Embeddable public static class In { private final int a = 1; } private In x;"
            },
            new String[] {
              "did you mean \"size\"",
              "@Embeddable public record In(int size) {}"
                  + " @AttributeOverride(name = \"sise\", column = @Column(name = \"s\"))"
                  + " private In x;"
            },
            new String[] {
              "the column \"size\", in which",
              "@Embeddable public record In(int size) {} private In x; private In y;"
            },
            new String[] {
              "@Column on an @Embedded attribute",
              "@Embeddable public record In(int size) {} @Column private In x;"
            })
        .map(
            pair ->
                fault(
                    pair[0], "@Entity public class User { @Id private Long id; " + pair[1] + "}"));
  }

  private static Stream<Arguments> ofConverters() {
    return Stream.of(
            new String[] {
              "whose converter does not fit",
              "static class C implements AttributeConverter<String, Thread> {"
                  + " public Thread convertToDatabaseColumn(String it) { return null; }"
                  + " public String convertToEntityAttribute(Thread it) { return null; } }"
                  + " @Convert(converter = C.class) private String x;"
            },
            new String[] {
              "whose converter does not fit",
              "static class C implements AttributeConverter<String, String> {"
                  + " public String convertToDatabaseColumn(String it) { return null; }"
                  + " public String convertToEntityAttribute(String it) { return null; } }"
                  + " @Convert(converter = C.class) private Integer x;"
            })
        .map(
            pair ->
                fault(
                    pair[0], "@Entity public class User { @Id private Long id; " + pair[1] + "}"));
  }

  private static Stream<Arguments> ofOwnTypes() {
    return Stream.of(
            new String[] {
              "@Json together with @Column(length)",
              "@org.aludel.orm.annotation.Json @Column(length = 3) private Thread x;"
            },
            new String[] {
              "@Json together with @SqlType",
              "@org.aludel.orm.annotation.Json @org.aludel.orm.annotation.SqlType(\"json\")"
                  + " private String x;"
            },
            new String[] {
              "@Json on an attribute of java.util.Map",
              "@org.aludel.orm.annotation.Json private Map<Integer, String> x;"
            },
            new String[] {
              "@Json on an attribute of int", "@org.aludel.orm.annotation.Json private int x;"
            },
            new String[] {
              "@StoredAs on an attribute of java.lang.Integer",
              "static class T implements org.aludel.type.UserType<String> {"
                  + " public org.aludel.type.SqlType<String> sqlType() { return null; } }"
                  + " @org.aludel.orm.annotation.StoredAs(T.class) private Integer x;"
            },
            new String[] {
              "@StoredAs together with @Column(precision)",
              "static class T implements org.aludel.type.UserType<String> {"
                  + " public org.aludel.type.SqlType<String> sqlType() { return null; } }"
                  + " @org.aludel.orm.annotation.StoredAs(T.class)"
                  + " @Column(precision = 2) private String x;"
            })
        .map(
            pair ->
                fault(
                    pair[0], "@Entity public class User { @Id private Long id; " + pair[1] + "}"));
  }

  private static Arguments fault(String text, String user, String... above) {
    return Arguments.of(text, user, List.of(above));
  }

  @BeforeAll
  static void compile(@TempDir Path processed, @TempDir Path plain) {
    faults().forEach(one -> CLASSES.add((String) one.get()[1], (List<?>) one.get()[2]));
    CLASSES.compile(processed, plain);
  }

  @AfterAll
  static void closeLoader() throws IOException {
    CLASSES.close();
  }

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("faults")
  void compilerAndRegistrySayTheSame(String text, String user, List<String> above) {
    List<String> byProcessor = CLASSES.byProcessor(user, above);

    assertThat(byProcessor).containsExactly(CLASSES.byReflection(user, above));
    assertThat(byProcessor.get(0)).contains(text);
  }
}
