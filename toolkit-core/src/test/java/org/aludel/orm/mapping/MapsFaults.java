package org.aludel.orm.mapping;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;

/** Faults of classes that map others, for {@link SameFaultTest}. */
final class MapsFaults {
  private static final String PLAIN = "public class Above { private Long id; %s }";

  private MapsFaults() {}

  static Stream<Arguments> all() {
    return Stream.of(ofMembers(), ofKinds(), ofClasses(), ofParts()).flatMap(each -> each);
  }

  private static Stream<Arguments> ofParts() {
    String part =
        "@Embeddable @Maps(User.Plain.class) public abstract class Above { private int a; %s }";
    String user =
        "@Entity public class User { @Id private Long id; @Embedded private Plain x;"
            + " public %s }";
    String plain = user.formatted("static class Plain { private int a; }");
    return Stream.of(
        fault("a field that \"shop.User.Plain\" has not", plain, part.formatted("private int b;")),
        fault("@Id in an embeddable", plain, part.formatted("").replace("private", "@Id private")),
        fault(
            "without its component \"b\"",
            user.formatted("record Plain(int a, int b) {}"),
            part.formatted("")));
  }

  private static Stream<Arguments> ofMembers() {
    return Stream.of(
        member("that \"shop.Above\" has not, did you mean \"number\"?", "nubmer", "number"),
        member("that \"shop.Above\" has not", "text", "x"),
        member("in \"shop.Above\" is static or final", "x", "y; static String x"),
        member("in \"shop.Above\" is static or final", "x", "y; final String x = \"\""),
        fault(
            "a field of java.lang.String, which in \"shop.Above\" is of int",
            mapping("", "private String x;"),
            PLAIN.formatted("private int x;")),
        fault(
            "a field of java.lang.Integer, which in \"shop.Above\" is of int",
            mapping("", "private Integer x;"),
            PLAIN.formatted("private int x;")),
        fault(
            "java.util.List<java.lang.String>, which in \"shop.Above\" is of"
                + " java.util.List<java.lang.Integer>",
            mapping("", "private List<String> x;"),
            PLAIN.formatted("private List<Integer> x;")),
        fault(
            "targetEntity = java.lang.String",
            mapping("", "@ManyToOne(targetEntity = String.class) private Above x;"),
            PLAIN.formatted("private Above x;")),
        fault(
            "targetEntity = shop.User",
            "@Entity public class User { @Id private Long id; public User() {}"
                + " @OneToMany(targetEntity = User.class, mappedBy = \"x\") private List<Above> y;"
                + " }",
            "@Entity public class Above { @Id private Long id; @ManyToOne private User x;"
                + " public Above() {} }"),
        fault(
            "@PostLoad on a method of a class that has no objects",
            mapping("", "@PostLoad static void x() {}"),
            PLAIN.formatted("")),
        fault(
            "@Column(length) on a column of",
            mapping("", "@Column(length = 3) private int x;"),
            PLAIN.formatted("private int x;")),
        fault(
            "the same value in memory: java.lang.String x()",
            mapping(
                    "",
                    "@Hybrid static org.aludel.sql.Expression<String> x(AboveT t) {return null;}")
                + " class AboveT {}",
            PLAIN.formatted("")));
  }

  private static Stream<Arguments> ofKinds() {
    return Stream.of("record User(Long id) {}", "interface User {}", "enum User { A }")
        .map(
            kind ->
                fault(
                    "@Maps on an interface, an enum, a record or an inner class",
                    "@Entity @Maps(Above.class) public " + kind,
                    PLAIN.formatted("")));
  }

  private static Stream<Arguments> ofClasses() {
    return Stream.of(
        fault("cannot be mapped by another", mapping("", ""), "public interface Above {}"),
        fault("cannot be mapped by another", mapping("", ""), "public enum Above { A }"),
        fault("cannot be mapped by another", mapping("", ""), "public record Above(Long id) {}"),
        fault(
            "cannot be mapped by another",
            mapping("", ""),
            "public abstract class Above { private Long id; }"),
        fault(
            "has annotations of its own",
            mapping("", ""),
            "@Embeddable public class Above { private Long id; }"),
        fault("as a part of a hierarchy", mapping("@Inheritance", ""), PLAIN.formatted("")),
        fault(
            "as a part of a hierarchy",
            mapping("", ""),
            "public class Above extends Upper { private Long id; } @MappedSuperclass class Upper"
                + " {}"),
        fault(
            "which \"shop.Above\" maps too",
            "@Entity @Maps(User.Plain.class) public class User { @Id private Long id;"
                + " public static class Plain { private Long id; } }",
            "@Entity @Maps(User.Plain.class) public class Above { @Id private Long id; }"));
  }

  private static Arguments member(String text, String name, String stored) {
    return fault(
        text,
        mapping("", "private String " + name + ";"),
        PLAIN.formatted("private String " + stored + ";"));
  }

  private static String mapping(String annotations, String members) {
    return "@Entity @Maps(Above.class) "
        + annotations
        + " public abstract class User { @Id private Long id; "
        + members
        + " }";
  }

  private static Arguments fault(String text, String user, String above) {
    return Arguments.of(text, user, List.of(above));
  }
}
