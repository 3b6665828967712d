package org.aludel.orm.mapping;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;

/** What is refused of ids, for {@link SameFaultTest}. */
final class IdFaults {
  private IdFaults() {}

  static Stream<Arguments> all() {
    return Stream.concat(objects(), derived());
  }

  private static Stream<Arguments> objects() {
    String key = "@Embeddable public record Key(%s long number) {} ";
    String plain = String.format(key, "");
    return Stream.of(
        fault("@EmbeddedId together with @Id on \"id\"", plain + "@EmbeddedId Key x; @Id long id;"),
        fault(
            "@EmbeddedId together with @EmbeddedId on \"y\"",
            plain
                + "@Embeddable public record Two(long two) {} @EmbeddedId Key x; @EmbeddedId Two"
                + " y;"),
        fault("an embedded attribute of java.lang.Long", "@EmbeddedId Long x;"),
        fault(
            "@GeneratedValue in an embeddable",
            String.format(key, "@GeneratedValue") + "@EmbeddedId Key x;"),
        fault(
            "@ServerDefault in an embedded id",
            String.format(key, "@ServerDefault(sql = \"1\")") + "@EmbeddedId Key x;"),
        fault(
            "@Id on an attribute of double",
            "@Embeddable public record Key(double number) {} @EmbeddedId Key x;"),
        fault(
            "@EmbeddedId in an embeddable",
            "@Embeddable public record In(int a) {}"
                + " @Embeddable public record Key(@EmbeddedId In in) {} @EmbeddedId Key x;"),
        whole(
            "with the members java.lang.String a, java.lang.Integer b",
            "@IdClass(Key.class)",
            "public record Key(String a, int b) {} @Id String a; @Id long b;"),
        whole(
            "the @Id attributes of the entity, by name and class: java.lang.String a",
            "@IdClass(Key.class)",
            "public record Key(String a, int b) {} @Id String a;"),
        whole(
            "@IdClass of shop.User.Key",
            "@IdClass(Key.class)",
            "public enum Key { A } @Id String a;"),
        Arguments.of(
            "@EmbeddedId on a class that extends",
            "@Entity public class User extends Above {" + plain + "@EmbeddedId Key x; }",
            List.of("@Entity public class Above { @Id long id; }")),
        Arguments.of(
            "@IdClass on a class that extends",
            "@Entity @IdClass(User.Key.class) public class User extends Above {"
                + " public record Key(long id) {} }",
            List.of("@Entity public class Above { @Id long id; }")));
  }

  private static Stream<Arguments> derived() {
    String plain = "@Embeddable public record Key(long number) {} ";
    return Stream.of(
        fault(
            "an id that comes from \"shop.User\", whose own id comes from here",
            "@Id @ManyToOne private User x;"),
        fault(
            "an id that comes from \"shop.User\", whose own id comes from here",
            "@Id long id; @MapsId @OneToOne private User x;"),
        fault("@MapsId on a column's attribute", "@Id long id; @MapsId String x;"),
        above("@MapsId together with @Id", "@Id @MapsId @ManyToOne private Above x;"),
        above(
            "@MapsId for java.lang.String id, which refers to the id java.lang.Long id",
            "@Id String id; @MapsId @OneToOne private Above x;"),
        above(
            "@MapsId for no attribute of the id, which refers to the id java.lang.Long id",
            plain + "@EmbeddedId Key key; @MapsId(\"y\") @ManyToOne private Above x;"),
        above(
            "@MapsId for an id with @GeneratedValue",
            "@Id @GeneratedValue Long id; @MapsId @OneToOne private Above x;"));
  }

  private static Arguments above(String text, String members) {
    return Arguments.of(
        text,
        "@Entity public class User {" + members + "}",
        List.of("@Entity public class Above { @Id private long id; }"));
  }

  private static Arguments fault(String text, String members) {
    return whole(text, "", members);
  }

  private static Arguments whole(String text, String annotations, String members) {
    return Arguments.of(
        text,
        "@Entity "
            + annotations.replace("Key", "User.Key")
            + " public class User {"
            + members
            + "}",
        List.of());
  }
}
