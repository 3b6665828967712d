package org.aludel.orm.mapping;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;

/** Faults of relationships by a condition, for {@link SameFaultTest}. */
final class JoinConditionFaults {
  private static final String SAID =
      "static org.aludel.sql.Predicate x(UserT a, UserT b) { return null; } ";
  private static final String FIELD = "@ManyToMany @JoinCondition private List<User> x;";

  private JoinConditionFaults() {}

  static Stream<Arguments> all() {
    return Stream.concat(ofMethods(), ofFields());
  }

  private static Stream<Arguments> ofMethods() {
    return Stream.of(
        user("no method of its name with two parameters", FIELD),
        user(
            "no method of its name with two parameters",
            "static org.aludel.sql.Predicate x(UserT a) { return null; } " + FIELD),
        user(
            "a method that is not static",
            "org.aludel.sql.Predicate x(UserT a, UserT b) { return null; } " + FIELD),
        user("@JoinCondition with a private method", "private " + SAID + FIELD),
        user(
            "a method with type parameters",
            "static <T> org.aludel.sql.Predicate x(UserT a, UserT b) { return null; } " + FIELD),
        user(
            "a method with a throws clause",
            "static org.aludel.sql.Predicate x(UserT a, UserT b) throws Exception { return null; } "
                + FIELD),
        user(
            "a method that does not return Predicate",
            "static boolean x(UserT a, UserT b) { return true; } " + FIELD),
        user(
            "a method whose first parameter is not UserT",
            "static org.aludel.sql.Predicate x(User a, UserT b) { return null; } " + FIELD),
        user(
            "a method whose second parameter is not UserT",
            "static org.aludel.sql.Predicate x(UserT a, String b) { return null; } " + FIELD),
        user(
            "\"static Predicate x(UserT ..., UserT ...)\"",
            "@OneToOne @JoinCondition private User x;"));
  }

  private static Stream<Arguments> ofFields() {
    return Stream.of(
        user(
            "@JoinCondition together with mappedBy",
            SAID + "@OneToMany(mappedBy = \"y\") @JoinCondition private List<User> x;"),
        user(
            "@JoinCondition together with cascade",
            SAID + "@ManyToMany(cascade = CascadeType.ALL) @JoinCondition private Set<User> x;"),
        user(
            "@JoinCondition together with orphanRemoval",
            SAID + "@OneToMany(orphanRemoval = true) @JoinCondition private List<User> x;"),
        user(
            "@JoinCondition together with optional = false",
            SAID + "@ManyToOne(optional = false) @JoinCondition private User x;"),
        user(
            "@JoinCondition on a WriteOnlyCollection",
            SAID
                + "@ManyToMany @JoinCondition"
                + " private org.aludel.orm.collection.WriteOnlyCollection<User> x;"),
        user(
            "the target \"java.lang.String\", which is no entity",
            SAID + "@ManyToMany @JoinCondition private List<String> x;"),
        user(
            "a @ManyToMany attribute of java.util.ArrayList",
            SAID + "@ManyToMany @JoinCondition private ArrayList<User> x;"),
        user(
            "a @OneToMany attribute of java.util.ArrayList",
            SAID + "@OneToMany @JoinCondition private ArrayList<User> x;"),
        user(
            "@JoinTable on a @JoinCondition attribute",
            SAID + "@ManyToMany @JoinCondition @JoinTable(name = \"y\") private List<User> x;"),
        user(
            "@JoinColumn on a @JoinCondition attribute",
            SAID + "@ManyToOne @JoinCondition @JoinColumn(name = \"y\") private User x;"),
        user("@JoinCondition on a column's attribute", SAID + "@JoinCondition private String x;"),
        user(
            "@MapKey(name = \"y\")",
            SAID
                + "@ManyToMany @JoinCondition @MapKey(name = \"y\") private Map<String, User> x;"));
  }

  private static Arguments user(String text, String members) {
    String user =
        "@Entity public class User { @Id private Long id; " + members + " } class UserT {}";
    return Arguments.of(text, user, List.of());
  }
}
