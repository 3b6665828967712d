package org.aludel.orm.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.aludel.error.MappingException;
import org.aludel.testing.SourceCompiler;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Faults of mapped classes: each names class, member and remedy; all come together. */
final class MappingFaultTest {
  private static final String IMPORTS =
      "package shop; import jakarta.persistence.*; import org.aludel.orm.annotation.*;"
          + " import java.math.*; import java.util.*; import java.time.*;"
          + " import org.jspecify.annotations.*; ";
  private static final String ID = "@Id private Long id; ";

  @TempDir Path folder;

  @Test
  void messageIsWhole() throws Exception {
    MappingException failure = fault("@Entity public class User { private String name; }");

    assertThat(failure)
        .hasMessage(
            """
            ORM-MAP-NO-ID: cannot map "shop.User"
              Found:    an entity without an attribute marked @Id
              Expected: at least one @Id, on a field of the class or of a @MappedSuperclass
              Fix:      add "@Id @GeneratedValue(strategy = GenerationType.IDENTITY) private Long id;"
              More:     docs/errors.md#orm-map-no-id\
            """);
  }

  @Test
  void allFaultsAreReportedSortedWithTheirNumber() throws Exception {
    MappingException failure =
        fault(
            "@Entity @Cacheable public class User { private Object b;"
                + " @Temporal(TemporalType.DATE) private String a; }");

    assertThat(failure.problem().what()).isEqualTo("cannot map the classes: there are 4 faults");
    assertThat(
            Objects.requireNonNull(failure.problem().found())
                .lines()
                .filter(line -> line.startsWith("ORM")))
        .containsExactly(
            "ORM-MAP-NO-ID: cannot map \"shop.User\"",
            "ORM-MAP-UNSUPPORTED-ANNOTATION: cannot map \"shop.User\"",
            "ORM-MAP-UNSUPPORTED-ANNOTATION: cannot map \"shop.User.a\"",
            "ORM-MAP-INVALID-MAPPING: cannot map \"shop.User.b\"");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      value = {
        "private final String x = null; | a final field",
        "private Object x; | an attribute of java.lang.Object",
        "@Column(length = 10) private int x; | @Column(length) on a column of type integer",
        "@Column(precision = 3) private long x; | @Column(precision) on a column of type bigint",
        "@Column(precision = 2, scale = 3) private BigDecimal x; | precision = 2, scale = 3",
        "@Column(length = 0) private String x; | length = 0",
        "@Column(table = \"other\") private String x; | @Column(table = other)",
        "@Column(options = \"x\") private String x; | @Column(options = x)",
        "@Column(columnDefinition = \"text NOT NULL\") private String x; | type \"text NOT NULL\"",
        "@Column(columnDefinition = \"serial\") private Integer x; | type \"serial\"",
        "@SqlType(\"boolean\") private Integer x; | type \"boolean\" for java.lang.Integer",
        "@Enumerated private String x; | an enum annotation on java.lang.String",
        "@Basic(fetch = FetchType.LAZY) @Version private int x; | @Basic(fetch = LAZY) on a"
            + " version",
        "@Version private String x; | @Version on an attribute of java.lang.String",
        "@GeneratedValue private Long x; | @GeneratedValue without @Id",
        "@IdentityOptions private Long x; | @IdentityOptions without @GeneratedValue",
        "@ServerDefault private Long x; | @ServerDefault with neither of the members",
        "@ServerDefault(literal = \"x\") private Long x; | the literal \"x\"",
        "@ServerDefault(sql = \"1\") @Computed(\"1\") private Long x; | more than one of",
        "@Deferrable private String x; | @Deferrable without a constraint",
        "@OnDelete(ForeignKeyAction.CASCADE) private String x; | @OnDelete on a column's attribute",
        "@OrderBy private String x; | @OrderBy on a column's attribute",
        "@Column(nullable = false) private @Nullable String x; | @Nullable together with",
        "@ManyToOne private String x; | the target \"java.lang.String\"",
        "@ManyToOne @Column private User x; | @Column on a @ManyToOne attribute",
        "@ManyToOne(targetEntity = String.class) private User x; | targetEntity = java.lang.String",
        "@ManyToOne(optional = false) private @Nullable User x; | @Nullable together with",
        "@ManyToOne @JoinColumn(referencedColumnName = \"nr\") private User x; | none of which",
        "@OneToMany private List<User> x; | a @OneToMany without mappedBy",
        "@OneToMany(mappedBy = \"y\") private List<User> x; | mappedBy = \"y\"",
        "@OneToMany(mappedBy = \"y\") private Map<Long, User> x; | a @OneToMany attribute of"
            + " java.util.Map",
        "@IndexDef(columns = \"y\") private String x; | the index column \"y\"",
        "@IndexDef(with = \"y\") private String x; | the storage parameter \"y\"",
        "@IndexDef @IndexDef private String x; | two constraints or indexes named",
        "private String fullName, full_name; | the column \"full_name\", in which",
        "@PostLoad void x(Object session) {} | @PostLoad on a method that cannot be called back",
        "@PrePersist static void x() {} | @PrePersist on a method that cannot be called back",
        "@PreRemove boolean x() { return true; } | @PreRemove on a method that cannot"
      })
  void attributeIsRefused(String attribute, String found) throws Exception {
    MappingException failure = fault("@Entity public class User { " + ID + attribute + "}");

    assertThat(failure).hasMessageContaining("shop.User").hasMessageContaining(found);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      value = {
        "@GeneratedValue private String id; | a column of type varchar(255)",
        "@GeneratedValue(strategy = GenerationType.IDENTITY) private UUID id;"
            + " | use GenerationType.UUID",
        "@GeneratedValue(strategy = GenerationType.UUID) private String id; | java.util.UUID",
        "@GeneratedValue(strategy = GenerationType.TABLE) private Long id; | strategy = TABLE",
        "@GeneratedValue(strategy = GenerationType.IDENTITY, generator = \"g\") private Long id;"
            + " | a generator for an identity column",
        "@GeneratedValue(generator = \"userz\") @SequenceGenerator(name = \"users\") private Long"
            + " id; | did you mean \"users\"?",
        "@ManyToOne private User id; | an id that comes from \"shop.User\""
      })
  void idIsRefused(String id, String found) throws Exception {
    MappingException failure = fault("@Entity public class User { @Id " + id + " }");

    assertThat(failure).hasMessageContaining("shop.User.id").hasMessageContaining(found);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      value = {
        "@Table(catalog = \"c\") | @Table(catalog = c)",
        "@Table(uniqueConstraints = @UniqueConstraint(columnNames = \"nam\")) | unique column"
            + " \"nam\", did you mean \"name\"?",
        "@Table(indexes = @Index(columnList = \"lower(name)\")) | index column \"lower(name)\"",
        "@Table(indexes = @Index(columnList = \"name\", options = \"x\")) | @Index(options = x)",
        "@IndexDef | @IndexDef with no keys",
        "@Access(AccessType.PROPERTY) | @Access(PROPERTY)"
      })
  void classIsRefused(String annotation, String found) throws Exception {
    MappingException failure =
        fault("@Entity " + annotation + " public class User { " + ID + "private String name; }");

    assertThat(failure).hasMessageContaining("\"shop.User\"").hasMessageContaining(found);
  }

  @Test
  void annotationsThatASuperclassWouldLoseAreRefused() throws Exception {
    MappingException failure =
        fault(
            Map.of(
                "shop.User",
                "@Entity public class User extends Person { " + ID + "}",
                "shop.Person",
                "public class Person { @Column private String name; }"));

    assertThat(failure)
        .hasMessageContaining("cannot map \"shop.Person\"")
        .hasMessageContaining("annotate the superclass with @MappedSuperclass");
  }

  @Test
  void tableOfTwoEntitiesIsRefused() throws Exception {
    MappingException failure =
        fault(
            Map.of(
                "shop.User", "@Entity @Table(name = \"t\") public class User { " + ID + "}",
                "shop.Person", "@Entity @Table(name = \"t\") public class Person { " + ID + "}"));

    assertThat(failure).hasMessageContaining("the table \"t\", to which \"shop.Person\" is mapped");
  }

  @Test
  void columnThatTwoAttributesWriteIsRefused() throws Exception {
    MappingException failure =
        fault(
            "@Entity public class User { "
                + ID
                + "@ManyToOne private User chief; private Long chiefId; }");

    assertThat(failure)
        .hasMessageContaining("\"shop.User.chief\"")
        .hasMessageContaining("add insertable = false, updatable = false to one of them");
  }

  @Test
  void sharedColumnThatIsDescribedDifferentlyIsRefused() throws Exception {
    MappingException failure =
        fault(
            "@Entity public class User { "
                + ID
                + "@ManyToOne(optional = false) private User chief;"
                + " @Column(insertable = false, updatable = false) private Long chiefId; }");

    assertThat(failure).hasMessageContaining("chief_id bigint NOT NULL, unlike");
  }

  @Test
  void enumTypeWithTwoListsOfLabelsIsRefused() throws Exception {
    MappingException failure =
        fault(
            "@Entity public class User { "
                + ID
                + "enum A { X } enum B { Y } @PgEnum(name = \"m\") private A a;"
                + " @PgEnum(name = \"m\") private B b; }");

    assertThat(failure).hasMessageContaining("the enum type \"m\" with other labels: X");
  }

  @Test
  void annotationOfAnotherMapperIsRefused() throws Exception {
    MappingException failure =
        fault(
            Map.of(
                "org.hibernate.annotations.Invention",
                "package org.hibernate.annotations; import java.lang.annotation.*;"
                    + " @Retention(RetentionPolicy.RUNTIME) public @interface Invention {}",
                "shop.User",
                "@Entity public class User { "
                    + ID
                    + "@org.hibernate.annotations.Invention private String x; }"));

    assertThat(failure)
        .hasMessageContaining("ORM-MAP-UNSUPPORTED-ANNOTATION")
        .hasMessageContaining("@Invention");
  }

  @Test
  void classWithoutEntityIsRefused() {
    assertThatThrownBy(() -> Registry.builder().add(String.class).build())
        .isInstanceOf(MappingException.class)
        .hasMessageContaining("ORM-MAP-NOT-MAPPED")
        .hasMessageContaining("a class without @Entity");
  }

  @Test
  void defaultsThatAreNotBuiltAreRefused() {
    assertThatThrownBy(() -> Registry.builder().defaults("hibernate"))
        .isInstanceOf(MappingException.class)
        .hasMessageContaining("ORM-MAP-UNSUPPORTED-DEFAULTS");
  }

  @Test
  void columnThatClassesOfATableShareHasOneType() throws Exception {
    MappingException failure =
        fault(
            Map.of(
                "shop.User", "@Entity public class User { @Id Long id; }",
                "shop.Tall", "@Entity public class Tall extends User { Long size; }",
                "shop.Wide", "@Entity public class Wide extends User { String size; }"));

    assertThat(failure).hasMessageContaining("the column \"size\"");
  }

  @Test
  void twoClassesWithOneDiscriminatorAreRefused() throws Exception {
    MappingException failure =
        fault(
            Map.of(
                "shop.User",
                "@Entity public class User { @Id Long id; }",
                "shop.Tall",
                "@Entity public class Tall extends User {}",
                "shop.High",
                "@Entity @DiscriminatorValue(\"Tall\") public class High extends User {}"));

    assertThat(failure).hasMessageContaining("the discriminator \"Tall\"");
  }

  private MappingException fault(String user) throws Exception {
    return fault(Map.of("shop.User", user));
  }

  private MappingException fault(Map<String, String> bodies) throws Exception {
    Map<String, String> texts = new LinkedHashMap<>();
    bodies.forEach(
        (name, body) -> texts.put(name, body.startsWith("package") ? body : IMPORTS + body));
    SourceCompiler.Outcome outcome = new SourceCompiler(folder).compile(texts);
    assertThat(outcome.success()).as("%s", outcome.messages()).isTrue();
    try (URLClassLoader loader = outcome.loader()) {
      List<Class<?>> entities = new ArrayList<>();
      for (String name : texts.keySet()) {
        Class<?> type = Class.forName(name, false, loader);
        if (Hierarchy.isEntity(type)) {
          entities.add(type);
        }
      }
      return Objects.requireNonNull(
          catchThrowableOfType(
              MappingException.class, () -> Registry.builder().add(entities).build()));
    }
  }
}
