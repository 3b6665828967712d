package org.aludel.orm.mapping;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;

/** Faults of methods in memory and in SQL, for {@link SameFaultTest}. */
final class HybridFaults {
  private static final String TEXT = "org.aludel.sql.Expression<String>";

  private HybridFaults() {}

  static Stream<Arguments> all() {
    return Stream.concat(
        Stream.of(
            entity("a method that is not static", TEXT + " x(UserT user) { return null; }"),
            entity("a private method", "private static " + TEXT + " x(UserT u) { return null; }"),
            entity("a method with type parameters", "static <A> " + TEXT + " x() { return null; }"),
            entity(
                "a method with a throws clause",
                "static " + TEXT + " x(UserT u) throws Exception { return null; }"),
            entity("a method that returns void", "static void x(UserT user) {}"),
            entity("returns java.lang.String", "static String x(UserT user) { return null; }"),
            entity(
                "a method that returns org.aludel.sql.Expression",
                "static org.aludel.sql.Expression<? extends Number> x(UserT u) { return null; }"),
            entity("first parameter is not UserT", "static " + TEXT + " x() { return null; }"),
            entity(
                "declare \"@Hybrid static Expression<...> x(UserT ...)\"",
                "static " + TEXT + " x(String user) { return null; }"),
            entity(
                "the same value in memory: java.lang.String x()",
                "static " + TEXT + " x(UserT user) { return null; } long x() { return 0; }"),
            entity(
                "the same value in memory: java.lang.Boolean x(int, java.util.List[])",
                "static org.aludel.sql.Predicate x(UserT user, int a, List<String>[] b)"
                    + " { return null; } boolean x(int a) { return true; }"
                    + " boolean getX(int a, List<String>[] b) { return true; }"),
            entity(
                "the same value in memory: java.util.List x()",
                "static org.aludel.sql.Expression<List<String>> x(UserT user) { return null; }"
                    + " static List<String> x() { return null; }")),
        Stream.of(
            Arguments.of(
                "@Hybrid on a method of a class that is neither an entity nor",
                "@Entity public class User { @Id private Long id; @Embeddable public static class"
                    + " In { private int a; @Hybrid static "
                    + TEXT
                    + " x(In in) { return null; } } private In in; }",
                List.of()),
            Arguments.of(
                "first parameter is not AboveT",
                "@Entity public class User extends Above { @Id private Long id; }",
                List.of(
                    "@MappedSuperclass public class Above {"
                        + " @Hybrid static "
                        + TEXT
                        + " x(Above above) { return null; } }")),
            Arguments.of(
                "the same value in memory: java.lang.String x()",
                "@Entity public class User extends Above { @Id private Long id; }",
                List.of(
                    "@MappedSuperclass public class Above {"
                        + " @Hybrid static "
                        + TEXT
                        + " x(AboveT above) { return null; } } class AboveT {}"))));
  }

  private static Arguments entity(String text, String method) {
    // It stands for the class that the processor would write, which neither side needs.
    String user =
        "@Entity public class User { @Id private Long id; @Hybrid " + method + " } class UserT {}";
    return Arguments.of(text, user, List.of());
  }
}
