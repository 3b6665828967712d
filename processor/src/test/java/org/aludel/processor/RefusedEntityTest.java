package org.aludel.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.aludel.testing.SourceCompiler;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What must not compile: each message names class, member and remedy. */
final class RefusedEntityTest {
  @TempDir Path folder;

  @Test
  void entityWithoutIdIsRefused() {
    List<String> messages = compile("@Entity public class User { private String name; }");

    assertThat(messages).hasSize(1);
    assertThat(messages.get(0).lines().map(String::strip))
        .containsExactly(
            "ERROR: ORM-MAP-NO-ID: cannot map \"shop.User\"",
            "Found:    an entity without an attribute marked @Id",
            "Expected: at least one @Id, on a field of the class or of a @MappedSuperclass",
            "Fix:      add \"@Id @GeneratedValue(strategy = GenerationType.IDENTITY) private Long"
                + " id;\"",
            "More:     docs/errors.md#orm-map-no-id");
  }

  @Test
  void entityWithoutPlainConstructorIsRefused() {
    List<String> messages =
        compile("@Entity public class User { @Id private Long id; public User(Long id) {} }");

    assertThat(messages).hasSize(1);
    assertThat(messages.get(0))
        .contains("\"shop.User\"", "no constructor without parameters", "protected User() {}");
  }

  @Test
  void constructorThatThrowsIsRefused() {
    List<String> messages =
        compile("@Entity public class User { @Id private Long id; User() throws Exception {} }");

    assertThat(messages).hasSize(1);
    assertThat(messages.get(0)).contains("throws checked exceptions");
  }

  /** The mapping at run time could not see it. */
  @Test
  void composedAnnotationThatIsNotKeptIsRefused() {
    List<String> messages =
        compile(
            "@Entity public class User { @Id private Long id; @Short private String name;"
                + " @interface Short { @Column(length = 3) String column() default \"\"; } }");

    assertThat(messages).hasSize(1);
    assertThat(messages.get(0))
        .contains("\"shop.User.name\"", "add @Retention(RetentionPolicy.RUNTIME) to @Short");
  }

  @Test
  void annotationsWithoutMappingNeedNotBeKept() {
    List<String> messages =
        compile(
            "@Entity public class User { @Id private Long id; @Short private String name;"
                + " @interface Short { String column() default \"\"; } }");

    assertThat(messages).isEmpty();
  }

  @Test
  void enumsAreNoEntities() {
    List<String> messages = compile("@Entity public enum User { A }");

    assertThat(messages).hasSize(1);
    assertThat(messages.get(0)).contains("\"shop.User\"", "@MappedSuperclass");
  }

  @Test
  void privateNestedEntityIsRefused() {
    List<String> messages =
        compile(
            "public class User { @Entity private static class Inner { @Id private Long id; } }");

    assertThat(messages).hasSize(1);
    assertThat(messages.get(0)).contains("\"shop.User.Inner\"", "remove private");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      value = {
        "private final String name = null; | a final field | mark the attribute as @Transient",
        "private java.util.Map<Long, String> name; | an attribute of"
            + " java.util.Map | mark the attribute as @Transient",
        "private java.util.Date name; | java.util.Date | use one of these classes",
        "private enum Hidden {A} private Hidden name; | class shop.User.Hidden, which | remove"
            + " private",
        "@OneToOne(mappedBy = \"x\") private User name; | mappedBy = \"x\" | correct the name",
        "@Embedded private String name; | an embedded attribute of | @Embeddable",
        "@ElementCollection private String name; | an @ElementCollection attribute of |"
            + " List<Value>",
        "@ManyToOne private String name; | the target \"java.lang.String\" | annotate the",
        "@OneToMany private java.util.List<User> name; | without mappedBy | add a @ManyToOne"
            + " attribute",
        "@OneToMany(mappedBy = \"x\") private java.util.List<String> name; | java.lang.String |"
            + " the",
        "@OneToMany private java.util.Map<Long, User> name; | @OneToMany | change the class"
      })
  void attributeIsRefused(String field, String found, String fix) {
    List<String> messages =
        compile("@Entity public class User { @Id private Long id; " + field + "}");

    assertThat(messages).hasSize(1);
    assertThat(messages.get(0)).contains("\"shop.User.name\"", found, fix);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "final class Target { @Id private Long id; } | which is final | remove \"final\" from it",
        "class Target { @Id Long id; } | whose field \"id\" is not private"
            + " | make the field \"id\" private",
        "class Target { @Id private Long id; private Target() {} } | is private"
            + " | make the constructor protected",
        "class Target { @Id private Long id; public final Long getId() { return id; } }"
            + " | whose method \"getId\" is final | remove \"final\" from \"getId\""
      })
  void lazyReferenceToTargetThatCannotLoadFirstIsRefused(
      String target, String reason, String remedy) {
    Map<String, String> classes =
        Map.of(
            "shop.User",
            source("@Entity public class User { @Id private Long id; @ManyToOne Target target; }"),
            "shop.Target",
            source("@Entity " + target));

    List<String> messages = compile(classes);

    assertThat(messages).hasSize(1);
    assertThat(messages.get(0))
        .contains("\"shop.User.target\"", "lazy reference to \"shop.Target\"", reason)
        .contains(remedy + ", or load it with the object: @Load(Load.Strategy.SELECT_IN)");
  }

  @Test
  void superclassThatGeneratedCodeCannotNameIsRefused() {
    Map<String, String> classes =
        Map.of(
            "base.Open",
            "package base; import jakarta.persistence.*;"
                + " public abstract class Open extends Closed {}"
                + " @MappedSuperclass abstract class Closed { @Id private Long id; }",
            "shop.User",
            source("@Entity public class User extends base.Open {}"));

    assertThat(compile(classes))
        .singleElement()
        .asString()
        .contains("\"shop.User\"", "the mapped superclass \"base.Closed\"", "make the superclass");
  }

  @Test
  void enumThatGeneratedCodeCannotNameIsRefused() {
    Map<String, String> classes =
        Map.of(
            "base.Open",
            "package base; import jakarta.persistence.*; enum Mood { SAD }"
                + " @MappedSuperclass public class Open { @Id private Long id;"
                + " private Mood mood; }",
            "shop.User",
            source("@Entity public class User extends base.Open {}"));

    assertThat(compile(classes))
        .singleElement()
        .asString()
        .contains("\"base.Open.mood\"", "base.Mood, which the package", "make the enum visible");
  }

  @Test
  void faultOfASharedSuperclassIsReportedOnce() {
    Map<String, String> classes =
        Map.of(
            "shop.Base",
            source(
                "@MappedSuperclass public class Base { @Id private Long id;"
                    + " @Temporal(TemporalType.DATE) String a; }"),
            "shop.User",
            source("@Entity public class User extends Base {}"),
            "shop.Order",
            source("@Entity public class Order extends Base {}"));

    assertThat(compile(classes))
        .singleElement()
        .asString()
        .contains("\"shop.Base.a\"", "@Temporal");
  }

  @Test
  void annotationOfAPackageIsRefused() {
    Map<String, String> classes =
        Map.of(
            "shop.package-info",
            "@jakarta.persistence.TableGenerator(name = \"x\") package shop;",
            "shop.User",
            source("@Entity public class User { @Id private Long id; }"));

    assertThat(compile(classes))
        .singleElement()
        .asString()
        .contains("\"package shop\"", "@TableGenerator");
  }

  @Test
  void memberThatHasItsDefaultIsNoFault() {
    String text =
        "@Entity @Table(catalog = \"\") public class User { @Id @Access(AccessType.FIELD)"
            + " private Long id; @Column(table = \"\", options = \"\") private String a; }";

    assertThat(compile(text)).isEmpty();
  }

  @Test
  void whatIsNotMappedMayHaveAnyAnnotation() {
    String text =
        "@Entity public class User { @Id private Long id; @Transient @Lob private Object a;"
            + " @Lob private static Object b; @Transient public Object getA() { return a; } }";

    assertThat(compile(text)).isEmpty();
  }

  @Test
  void converterThatWouldSilentlyNotBeCalledIsRefused() {
    String converter =
        "@Converter(%s) public class User implements AttributeConverter<String, String> {"
            + " public String convertToDatabaseColumn(String it) { return it; }"
            + " public String convertToEntityAttribute(String it) { return it; } }";

    assertThat(compile(String.format(converter, ""))).isEmpty();
    assertThat(compile(String.format(converter, "autoApply = true")))
        .singleElement()
        .asString()
        .contains("\"shop.User\"", "@Converter(autoApply = true)", "remove autoApply");
  }

  @Test
  void allFaultsOfAClassAreReportedTogether() {
    List<String> messages =
        compile("@Entity public class User { private final int a = 1; private Object b; }");

    assertThat(messages)
        .extracting(message -> message.lines().findFirst().orElse(""))
        .containsExactly(
            "ERROR: ORM-MAP-INVALID-MAPPING: cannot map \"shop.User.a\"",
            "ERROR: ORM-MAP-INVALID-MAPPING: cannot map \"shop.User.b\"",
            "ERROR: ORM-MAP-NO-ID: cannot map \"shop.User\"");
  }

  private List<String> compile(String body) {
    return compile(Map.of("shop.User", source(body)));
  }

  private List<String> compile(Map<String, String> classes) {
    return new SourceCompiler(folder)
        .processor(new MappingProcessor()).compile(classes).messages().stream()
            .filter(message -> message.contains("ORM-"))
            .toList();
  }

  private static String source(String body) {
    return "package shop; import jakarta.persistence.*; " + body;
  }
}
