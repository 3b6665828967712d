package org.aludel.orm.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.aludel.error.MappingException;
import org.aludel.processor.MappingProcessor;
import org.aludel.testing.SourceCompiler;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The annotation processor and the mapping at run time refuse the same classes in the same words:
 * one fault, the same code, the same way out.
 */
final class SameFaultTest {
  private static final String IMPORTS =
      "package shop; import jakarta.persistence.*; import org.aludel.orm.annotation.*;"
          + " import java.math.*; import java.util.*; import java.time.*; ";

  static Stream<Arguments> faults() {
    return Stream.concat(ofClasses(), ofAttributes());
  }

  private static Stream<Arguments> ofClasses() {
    String id = " public class User { @Id private Long id; }";
    String generated =
        "@Entity public class User { @Id @GeneratedValue(strategy = GenerationType.%s)"
            + " private Long id; }";
    String above = "@Entity public class User extends Above { @Id private Long id; }";
    return Stream.of(
        fault("NO-ID", "@Entity public class User {}"),
        fault("NO-ID", "@Entity public class User { @Id private static Long id; int a; }"),
        fault("NO-ID", "@Entity public class User { @Id private transient Long id; int a; }"),
        fault("NO-ID", "@Entity public class User { @Id @Transient private Long id; int a; }"),
        fault("@Inheritance", "@Entity @Inheritance" + id),
        fault("@EntityListeners", "@Entity @EntityListeners(Object.class)" + id),
        fault("@NamedQuery", "@Entity @NamedQuery(name = \"x\", query = \"y\")" + id),
        fault("@SecondaryTable", "@Entity @SecondaryTable(name = \"x\")" + id),
        fault("@Access(PROPERTY)", "@Entity @Access(AccessType.PROPERTY)" + id),
        fault("@Table(catalog = c)", "@Entity @Table(catalog = \"c\")" + id),
        fault(
            "@Index(options = x)",
            "@Entity @Table(indexes = @Index(columnList = \"id\", options = \"x\"))" + id),
        fault("strategy = TABLE", String.format(generated, "TABLE")),
        fault("strategy = UUID", String.format(generated, "UUID")),
        fault("an inner class", "@Entity public abstract class User { @Id private Long id; }"),
        fault("an inner class", "@Entity public interface User {}"),
        fault("on an attribute of byte[]", "@Entity public class User { @Id private byte[] id; }"),
        fault("on an attribute of double", "@Entity public class User { @Id private double id; }"),
        fault(
            "attribute of java.lang.Float", "@Entity public class User { @Id private Float id; }"),
        fault("an attribute of int[]", "@Entity public class User { @Id private int[] id; }"),
        fault(
            "inheritance is not supported",
            "@Entity public class User extends Above { private String name; }",
            "@Entity public class Above { @Id private Long id; }"),
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
        fault("@Lob", above, "@MappedSuperclass public class Above { @Lob private String name; }"),
        fault(
            "@PostLoad on a method",
            above,
            "@MappedSuperclass class Above {@PostLoad void x() {}}"));
  }

  private static Stream<Arguments> ofAttributes() {
    return Stream.of(
            new String[] {"@OneToOne", "@OneToOne private User x;"},
            new String[] {"@ManyToMany", "@ManyToMany private List<User> x;"},
            new String[] {"@ElementCollection", "@ElementCollection private Set<String> x;"},
            new String[] {"@Embedded", "@Embedded private User x;"},
            new String[] {"@Lob", "@Lob @Convert(disableConversion = true) private String x;"},
            new String[] {"@Temporal", "@Temporal(TemporalType.DATE) private Date x;"},
            new String[] {"@Column(table = t)", "@Column(table = \"t\") private String x;"},
            new String[] {"fetch = LAZY", "@Basic(fetch = FetchType.LAZY) private String x;"},
            new String[] {"@Access(PROPERTY)", "@Access(AccessType.PROPERTY) private String x;"},
            new String[] {"@Id on a method", "private int x; @Id public int getX() { return x; }"},
            new String[] {"@Version on a method", "private int x; @Version int x() { return x; }"},
            new String[] {"a final field", "private final int x = 1;"},
            new String[] {"an attribute of java.util.Map", "private Map<String, String> x;"},
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
              "@EnumeratedValue",
              "public enum E { A; @EnumeratedValue private int c; } private E x;"
            })
        .map(
            pair ->
                fault(
                    pair[0], "@Entity public class User { @Id private Long id; " + pair[1] + "}"));
  }

  private static Arguments fault(String text, String user, String... above) {
    return Arguments.of(text, user, List.of(above));
  }

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("faults")
  void compilerAndRegistrySayTheSame(
      String text, String user, List<String> above, @TempDir Path compiled, @TempDir Path read)
      throws Exception {
    Map<String, String> classes = new LinkedHashMap<>();
    classes.put("shop.User", IMPORTS + user);
    above.forEach(one -> classes.put("shop.Above", IMPORTS + one));

    List<String> byProcessor =
        new SourceCompiler(compiled)
            .processor(new MappingProcessor()).compile(classes).messages().stream()
                .filter(message -> message.startsWith("ERROR"))
                // The compiler indents every line but the first.
                .map(message -> message.substring("ERROR: ".length()).replace("\n  ", "\n"))
                .toList();

    assertThat(byProcessor).containsExactly(byReflection(classes, read));
    assertThat(byProcessor.get(0)).contains(text);
  }

  private static String byReflection(Map<String, String> classes, Path folder) throws Exception {
    SourceCompiler.Outcome outcome = new SourceCompiler(folder).compile(classes);
    assertThat(outcome.success()).as("%s", outcome.messages()).isTrue();
    try (URLClassLoader loader = outcome.loader()) {
      Class<?> user = Class.forName("shop.User", false, loader);
      MappingException failure =
          catchThrowableOfType(MappingException.class, () -> Registry.builder().add(user).build());
      return Objects.requireNonNull(Objects.requireNonNull(failure, "accepted").getMessage());
    }
  }
}
